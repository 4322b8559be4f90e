// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/name_picker.h"

#include "ui/widgets/wheel_guard.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QFocusEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kShownAtOnce = 20;

}  // namespace

NamePicker::NamePicker(QWidget* parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMaxVisibleItems(kShownAtOnce);
    lineEdit()->setPlaceholderText(tr("Type or choose a name"));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->popup()->setObjectName(QStringLiteral("completions"));  // for the style sheet
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    guardWheel(this);
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_typed = -1;
        Q_EMIT picked(index);
    });
    connect(lineEdit(), &QLineEdit::textEdited, this, &NamePicker::followTyping);
    connect(lineEdit(), &QLineEdit::returnPressed, this, [this] {
        if (const int typed = std::exchange(m_typed, -1); typed >= 0)
            Q_EMIT picked(typed);
    });
}

/// A name in its own letters is that name: "a" may be another class than "A", which the box alone would take
/// it for.
void NamePicker::followTyping(const QString& text)
{
    m_typed = findText(text, Qt::MatchExactly | Qt::MatchCaseSensitive);
    if (m_typed < 0)
        return;
    const QSignalBlocker quiet(this);
    setCurrentIndex(m_typed);
}

void NamePicker::setNames(const QStringList& names)
{
    const QSignalBlocker quiet(this);
    clear();
    addItems(names);
    choose(-1);
}

void NamePicker::choose(int index)
{
    m_typed = -1;
    const QSignalBlocker quiet(this);
    setCurrentIndex(index);
    if (index < 0)
        clearEditText();
}

QSize NamePicker::minimumSizeHint() const
{
    return {std::min(QComboBox::minimumSizeHint().width(), 120), QComboBox::minimumSizeHint().height()};
}

void NamePicker::focusOutEvent(QFocusEvent* event)
{
    QComboBox::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        setEditText(currentIndex() < 0 ? QString() : itemText(currentIndex()));  // half a name is none
}

}  // namespace glyphscope
