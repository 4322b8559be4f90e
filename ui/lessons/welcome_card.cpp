// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lessons/welcome_card.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

WelcomeCard::WelcomeCard(QWidget* sheet) : QFrame(sheet)
{
    setObjectName(u"welcome"_s);
    setProperty("card", true);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    auto* words = makeWords(u"welcome.words"_s, {}, this);
    words->setText(tr("New here? Draw a digit, or start lesson 1."));
    auto* lesson = new QPushButton(tr("Start lesson 1"), this);
    lesson->setObjectName(u"welcome.lessons"_s);
    lesson->setAutoDefault(false);
    auto* close = new QToolButton(this);
    close->setObjectName(u"welcome.close"_s);
    close->setIcon(icon(u"close"_s));
    close->setIconSize({14, 14});
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close; the lessons stay in the menu Help"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kGap, metrics::kGap);
    row->setSpacing(metrics::kGap);
    row->addWidget(words, 1);
    row->addWidget(lesson);
    row->addWidget(close);
    connect(lesson, &QPushButton::clicked, this, &WelcomeCard::lessonsRequested);
    connect(close, &QToolButton::clicked, this, &WelcomeCard::dismissed);
    sheet->installEventFilter(this);
    hide();
}

void WelcomeCard::place()
{
    constexpr int kWidest = 460;
    constexpr int kLeastSheet = 320;
    const QSize sheet = parentWidget()->size();
    const bool seen = m_wanted && std::min(sheet.width(), sheet.height()) >= kLeastSheet;
    setVisible(seen);
    if (!seen)
        return;
    const int width = std::clamp(sheet.width() - 2 * metrics::kMargin, 0, kWidest);
    const int height = std::max(sizeHint().height(), layout()->heightForWidth(width));
    setGeometry((sheet.width() - width) / 2, sheet.height() - height - metrics::kMargin, width, height);
}

bool WelcomeCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void WelcomeCard::setWanted(bool wanted)
{
    m_wanted = wanted;
    place();
}

}  // namespace glyphscope
