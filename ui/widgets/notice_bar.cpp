// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kIconSide = 18;
constexpr int kStripe = 4;
constexpr std::chrono::seconds kInfoStays{8};

QString noticeIcon(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::Info:
        return u"info"_s;
    case NoticeBar::Kind::Warning:
        return u"warning"_s;
    case NoticeBar::Kind::Error:
        return u"error"_s;
    }
    return {};
}

}  // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_fade(this)
{
    setObjectName(u"notices"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_text->setObjectName(u"notices.text"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_action->setObjectName(u"notices.action"_s);
    m_close->setObjectName(u"notices.close"_s);
    m_close->setIcon(icon(u"close"_s));
    m_close->setProperty("small", true);
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(tr("Close this notice"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kPadding + kStripe, metrics::kGap, metrics::kGap, metrics::kGap);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignTop);

    m_fade.setSingleShot(true);
    m_fade.setInterval(kInfoStays);
    connect(&m_fade, &QTimer::timeout, this, &NoticeBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] { answer(&Offer::accept); });
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::close);
    hide();
}

void NoticeBar::show(Kind kind, const QString& text)
{
    m_offering = false;
    m_action->hide();
    present(kind, text);
    if (kind == Kind::Info)
        m_fade.start();
}

void NoticeBar::offer(const QString& text, const QString& action, std::function<void()> accept,
                      std::function<void()> decline)
{
    m_offers.push_back({text, action, std::move(accept), std::move(decline)});
    if (isHidden() || m_kind == Kind::Info)
        presentOffer();
}

void NoticeBar::presentOffer()
{
    m_offering = true;
    m_action->setText(m_offers.back().action);
    m_action->show();
    present(Kind::Info, m_offers.back().text);
}

/// The offer that is shown goes, and what the user answered is done.
void NoticeBar::answer(std::function<void()> Offer::*answered)
{
    if (!m_offering)
        return;
    const Offer offer = std::move(m_offers.back());
    m_offers.pop_back();
    m_offering = false;
    dismiss();
    if (const auto& call = offer.*answered)
        call();
}

void NoticeBar::close()
{
    if (m_offering)
        answer(&Offer::decline);
    else
        dismiss();
}

void NoticeBar::present(Kind kind, const QString& text)
{
    m_fade.stop();
    m_kind = kind;
    m_message = text;
    m_text->setText(text);
    setAccessibleName(text);
    refreshIcon();
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::dismiss()
{
    m_fade.stop();
    if (std::exchange(m_offering, false) || m_offers.empty())
        hide();
    else
        presentOffer();
}

void NoticeBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcon();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(theme().border);
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(card, metrics::kRadius, metrics::kRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour());
    painter.drawRoundedRect(QRectF(6, 8, kStripe, height() - 16), 2, 2);
}

void NoticeBar::refreshIcon()
{
    m_icon->setPixmap(iconPixmap(noticeIcon(m_kind), colour(), kIconSide, devicePixelRatioF()));
}

QColor NoticeBar::colour() const
{
    switch (m_kind) {
    case Kind::Info:
        return theme().accent;
    case Kind::Warning:
        return theme().caution;
    case Kind::Error:
        return theme().bad;
    }
    return theme().accent;
}

}  // namespace glyphscope
