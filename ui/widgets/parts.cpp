// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parts.h"

#include "ui/style/icons.h"
#include "ui/style/roles.h"

#include <QtCore/Qt>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <concepts>

using namespace Qt::StringLiterals;

namespace glyphscope {

QVBoxLayout* columnIn(QFrame* card)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding, metrics::kPadding);
    column->setSpacing(metrics::kGap);
    return column;
}

QFrame* makeCard(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("card", true);
    return frame;
}

QLabel* makeWords(const QString& name, const QString& role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setRole(label, role);
    return label;
}

QLabel* makeWords(const QString& name, const QString& role, TextStyle style, QWidget* parent)
{
    QLabel* label = makeWords(name, role, parent);
    label->setFont(font(style));
    return label;
}

QLabel* makeCaption(const QString& text, QWidget* buddy, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setBuddy(buddy);
    setRole(label, u"muted"_s);
    label->setFont(font(TextStyle::Caption));
    return label;
}

QToolButton* makeSegment(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    button->setProperty("segment", true);
    button->setFocusPolicy(Qt::StrongFocus);
    // The style sheet's padding is not in QToolButton's size hint.
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + 2 * metrics::kPadding + 4);
    return button;
}

template <class Button>
Button* makeButton(const QString& name, const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new Button(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setIcon(icon(iconName));
    if constexpr (std::same_as<Button, QToolButton>)
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

template QPushButton* makeButton(const QString&, const QString&, const QString&, QWidget*);
template QToolButton* makeButton(const QString&, const QString&, const QString&, QWidget*);

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

}  // namespace glyphscope
