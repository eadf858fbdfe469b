import fc from 'fast-check'

// Every property of a run has its seed from here: a new one each run, or the one that SEED names.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED) })
