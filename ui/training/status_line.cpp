// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/status_line.h"

#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStatusIcon = 16;

}  // namespace

StatusLine::StatusLine(QWidget* parent) : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    m_icon->setFixedWidth(kStatusIcon);
    m_text->setObjectName(u"training.status"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
}

void StatusLine::setStatus(Tone tone, const QString& text)
{
    static const QStringList roles{u"muted"_s, u"good"_s, u"caution"_s, u"bad"_s};
    m_tone = tone;
    m_text->setText(text);
    setRole(m_text, roles[static_cast<int>(tone)]);
    setVisible(!text.isEmpty());
    updateIcon();
}

void StatusLine::updateIcon()
{
    const QStringList names{u"info"_s, u"check"_s, u"warning"_s, u"error"_s};
    const QList<QColor> colours{theme().mutedText, theme().good, theme().caution, theme().bad};
    const auto tone = static_cast<int>(m_tone);
    m_icon->setPixmap(iconPixmap(names[tone], colours[tone], kStatusIcon, devicePixelRatioF()));
}

void StatusLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

}  // namespace glyphscope
