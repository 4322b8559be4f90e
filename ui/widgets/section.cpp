// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section.h"

#include "ui/style/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QToolButton>

namespace glyphscope {

using namespace Qt::StringLiterals;

Section::Section(const QString& key, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_key(key)
    , m_heading(new QToolButton(this))
    , m_content(new QWidget(this))
    , m_inside(new QVBoxLayout(m_content))
{
    m_heading->setObjectName(u"training.section."_s + key);
    m_heading->setText(title);
    m_heading->setCheckable(true);
    m_heading->setProperty("heading", true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setArrowType(Qt::RightArrow);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_heading->setFont(glyphscope::font(TextStyle::Heading));
    // A checked tool button is tinted; an open heading is not.
    m_heading->setStyleSheet(
        u"QToolButton { text-align: left; padding: 4px 2px; }"
        "QToolButton:checked:!hover { background: transparent; border-color: transparent; }"_s);
    m_content->hide();
    m_inside->setContentsMargins(2, 0, 2, metrics::kGap);
    m_inside->setSpacing(metrics::kUnit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_content);
    connect(m_heading, &QToolButton::toggled, this, [this](bool open) {
        m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_content->setVisible(open);
    });
}

void Section::add(QWidget* content)
{
    m_inside->addWidget(content);
}

bool Section::isOpen() const
{
    return m_heading->isChecked();
}

void Section::setOpen(bool open)
{
    m_heading->setChecked(open);
}

}  // namespace glyphscope
