// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/option_editor.h"

#include "model/types/error.h"
#include "ui/build/kind_words.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kArrowStep = 0.05;

QString nameOfOption(const KindOption& option)
{
    return QString::fromLatin1(option.name.data(), static_cast<qsizetype>(option.name.size()));
}

/// An option that is wrong or missing has no number: its field keeps what it shows.
template <typename Read>
void showIfThere(Read&& read)
{
    try {
        read();
    } catch (const Error&) {
        // said by the check, with its repairs
    }
}

}  // namespace

OptionEditor::OptionEditor(const LayerSpec& layer, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"build.options"_s);
    auto* row = new WrappingRow(this);
    row->setContentsMargins(metrics::kUnit, 0, metrics::kUnit, metrics::kGap);
    row->setSpacing(metrics::kGap);
    for (const KindOption& option : kindOf(layer).options) {
        Field field = fieldOf(option);
        const QString name = nameOfOption(option);
        field.widget->setObjectName(u"build.option."_s + name);
        field.widget->setToolTip(meaningOfOption(name));
        field.widget->setAccessibleName(name);
        field.widget->installEventFilter(this);
        for (QLineEdit* inner : field.widget->findChildren<QLineEdit*>())
            inner->installEventFilter(this);
        guardWheel(field.widget);
        auto* pair = new QWidget(this);
        pair->setMinimumHeight(metrics::kControlHeight);
        auto* line = new QHBoxLayout(pair);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(metrics::kUnit);
        if (option.type != OptionType::Flag)
            line->addWidget(makeCaption(name, field.widget, pair));
        line->addWidget(field.widget);
        row->addWidget(pair);
        m_fields.push_back(std::move(field));
    }
    setLayer(layer);
}

void OptionEditor::setLayer(const LayerSpec& layer)
{
    for (const Field& field : m_fields) {
        const QSignalBlocker quiet(field.widget);
        showIfThere([&] { field.show(layer); });
    }
}

void OptionEditor::focusFirst()
{
    if (!m_fields.empty())
        m_fields.front().widget->setFocus(Qt::TabFocusReason);
}

OptionEditor::Field OptionEditor::fieldOf(const KindOption& option)
{
    switch (option.type) {
    case OptionType::Whole:
        return wholeField(option);
    case OptionType::Real:
        return realField(option);
    case OptionType::Flag:
        return flagField(option);
    case OptionType::Choice:
        break;
    }
    return choiceField(option);
}

OptionEditor::Field OptionEditor::wholeField(const KindOption& option)
{
    auto* field = new QSpinBox(this);
    field->setRange(static_cast<int>(option.least), static_cast<int>(option.most));
    const QString name = nameOfOption(option);
    connect(field, &QSpinBox::valueChanged, this,
            [this, name](int value) { Q_EMIT changed(name, OptionValue(std::int64_t{value})); });
    return {field, [field, &option](const LayerSpec& layer) {
                const auto value = static_cast<int>(optionOf(layer, option.name));
                if (value != field->value())  // what is being typed stays as it is
                    field->setValue(value);
            }};
}

OptionEditor::Field OptionEditor::realField(const KindOption& option)
{
    NumberRange range;
    range.least = option.least;
    range.most = option.most;
    range.low = option.least;
    range.high = option.most;
    range.scale = option.least > 0 ? NumberRange::Scale::Logarithmic : NumberRange::Scale::Linear;
    range.arrow = kArrowStep;
    auto* field = new NumberField(range, this);
    const QString name = nameOfOption(option);
    connect(field, &QDoubleSpinBox::valueChanged, this,
            [this, name](double value) { Q_EMIT changed(name, OptionValue(value)); });
    return {field, [field, &option](const LayerSpec& layer) {
                const double value = realOptionOf(layer, option.name);
                if (value != field->value())
                    field->setValue(value);
            }};
}

OptionEditor::Field OptionEditor::flagField(const KindOption& option)
{
    const QString name = nameOfOption(option);
    auto* field = new QCheckBox(name, this);
    connect(field, &QCheckBox::toggled, this,
            [this, name](bool on) { Q_EMIT changed(name, OptionValue(on)); });
    return {field,
            [field, &option](const LayerSpec& layer) { field->setChecked(flagOf(layer, option.name)); }};
}

OptionEditor::Field OptionEditor::choiceField(const KindOption& option)
{
    const QString name = nameOfOption(option);
    auto* field = new QComboBox(this);
    for (const std::string_view choice : option.choices)
        field->addItem(QString::fromLatin1(choice.data(), static_cast<qsizetype>(choice.size())));
    connect(field, &QComboBox::currentTextChanged, this,
            [this, name](const QString& text) { Q_EMIT changed(name, OptionValue(text.toStdString())); });
    return {field, [field, &option](const LayerSpec& layer) {
                field->setCurrentText(QString::fromStdString(optionTextOf(layer, option.name)));
            }};
}

/// Ctrl+Z takes edits back, not letters in a field.
bool OptionEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace glyphscope
