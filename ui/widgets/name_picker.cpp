// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/name_picker.h"

#include "ui/widgets/wheel_guard.h"

#include <QtCore/QSet>
#include <QtCore/QSignalBlocker>
#include <QtGui/QFocusEvent>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr int kShownAtOnce = 20;

/// Letters of both cases are classes of their own.
Qt::CaseSensitivity caseFor(const QStringList& names)
{
    QSet<QString> folded;
    for (const QString& name : names)
        folded.insert(name.toCaseFolded());
    return folded.size() == names.size() ? Qt::CaseInsensitive : Qt::CaseSensitive;
}

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
    guardWheel(this);
    connect(this, &QComboBox::activated, this, &NamePicker::picked);
}

void NamePicker::setNames(const QStringList& names)
{
    const QSignalBlocker quiet(this);
    clear();
    addItems(names);
    completer()->setCaseSensitivity(caseFor(names));
    choose(-1);
}

void NamePicker::choose(int index)
{
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
