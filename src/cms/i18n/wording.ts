/** Payload's own texts, where ours are clearer. */
export const wording = {
  zh: {
    error: { followingFieldsInvalid_one: '请检查：', followingFieldsInvalid_other: '请检查：' },
    fields: { addLabel: '添加{{label}}', addNew: '新建', addNewLabel: '新建{{label}}' },
    general: {
      createNew: '新建',
      createNewLabel: '新建{{label}}',
      creatingNewLabel: '新建{{label}}',
      currentlyEditing: '有同事正在编辑。如果您接管，对方将不能继续编辑，未保存的改动可能丢失。',
      dashboard: '首页',
      lastModified: '修改于',
      noLabel: '—',
      noResults: '还没有{{label}}，或没有符合条件的。',
      noResultsDescription: '还没有数据，或没有符合条件的。',
      payloadSettings: '界面设置',
      selectValue: '请选择',
      untitled: '未命名',
    },
    validation: {
      greaterThanMax: '不能大于 {{max}}',
      lessThanMin: '不能小于 {{min}}',
      required: '必填',
    },
  },
  en: {
    general: {
      createNew: 'Create new',
      currentlyEditing:
        'A colleague is editing this. If you take over, they can edit no further and may lose what they have not saved.',
      noLabel: '—',
      payloadSettings: 'Interface settings',
    },
    validation: { greaterThanMax: 'Must be {{max}} at most', lessThanMin: 'Must be {{min}} at least' },
  },
}
