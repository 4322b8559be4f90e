// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kIconSide = 18;
constexpr int kStripe = 4;
constexpr int kLeastText = 220;  // beside buttons
constexpr std::chrono::seconds kInfoStays{8};

/// The words, and buttons beside them or, where there is little room, below.
class NoticeBody : public QWidget {
public:
    NoticeBody(QWidget* text, std::initializer_list<QWidget*> buttons, QWidget* parent)
        : QWidget(parent), m_buttons(buttons), m_box(new QBoxLayout(QBoxLayout::LeftToRight, this))
    {
        m_box->setContentsMargins(0, 0, 0, 0);
        m_box->setSpacing(metrics::kGap);
        m_box->addWidget(text, 1);
        auto* row = new QHBoxLayout;
        row->setSpacing(metrics::kGap);
        for (QWidget* button : m_buttons)
            row->addWidget(button, 0, Qt::AlignVCenter);
        row->addStretch(1);
        m_box->addLayout(row);
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            arrange();
        return QWidget::event(event);
    }

private:
    void arrange()
    {
        int wide = 0;
        for (const QWidget* button : m_buttons)
            if (!button->isHidden())
                wide += metrics::kGap + button->sizeHint().width();
        m_box->setDirection(wide > 0 && width() - wide < kLeastText ? QBoxLayout::TopToBottom
                                                                    : QBoxLayout::LeftToRight);
    }

    const std::vector<QWidget*> m_buttons;
    QBoxLayout* m_box;
};

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
    , m_second(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_fade(this)
{
    setObjectName(u"notices"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);  // as high as its words in any width
    m_text->setObjectName(u"notices.text"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_action->setObjectName(u"notices.action"_s);
    m_second->setObjectName(u"notices.second"_s);
    m_second->hide();
    m_close->setObjectName(u"notices.close"_s);
    m_close->setIcon(icon(u"close"_s));
    m_close->setProperty("small", true);
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(tr("Close this notice"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kPadding + kStripe, metrics::kGap, metrics::kGap, metrics::kGap);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(new NoticeBody(m_text, {m_action, m_second}, this), 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    setTabOrder(m_action, m_second);
    setTabOrder(m_second, m_close);

    m_fade.setSingleShot(true);
    m_fade.setInterval(kInfoStays);
    connect(&m_fade, &QTimer::timeout, this, &NoticeBar::dismiss);
    connect(m_action, &QPushButton::clicked, this,
            [this] { answer([](const Offer& offer) { return offer.first.call; }); });
    connect(m_second, &QPushButton::clicked, this,
            [this] { answer([](const Offer& offer) { return offer.second.call; }); });
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::close);
    // the window's, as long as the bar is seen; who needs the key itself says so (ShortcutOverride)
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &NoticeBar::closeByKey);
    hide();
}

void NoticeBar::warning(const QString& text, Topic topic)
{
    show(Kind::Warning, text, topic);
}

void NoticeBar::error(const QString& text, Topic topic)
{
    show(Kind::Error, text, topic);
}

void NoticeBar::show(Kind kind, const QString& text, Topic topic)
{
    m_offering = false;
    m_action->hide();
    m_second->hide();
    m_topic = topic;
    present(kind, text);
    if (kind == Kind::Info)
        m_fade.start();
}

void NoticeBar::settle(Topic topic)
{
    if (topic != Topic::Other && topic == m_topic && !isHidden() && m_kind != Kind::Info)
        dismiss();
}

void NoticeBar::offer(const QString& text, const QString& action, std::function<void()> accept,
                      std::function<void()> decline)
{
    propose({Topic::Other, text, {action, std::move(accept)}, {}, std::move(decline)});
}

void NoticeBar::ask(Topic topic, const QString& text, Action first, Action second)
{
    const auto older = std::ranges::find(m_offers, topic, &Offer::topic);
    if (older != m_offers.end()) {
        m_offering = m_offering && older + 1 != m_offers.end();
        m_offers.erase(older);
    }
    propose({topic, text, std::move(first), std::move(second), {}});
}

void NoticeBar::withdraw(Topic topic)
{
    const bool shown = m_offering && m_offers.back().topic == topic;
    std::erase_if(m_offers, [topic](const Offer& offer) { return offer.topic == topic; });
    if (!shown)
        return;
    m_offering = false;
    dismiss();
}

void NoticeBar::propose(Offer offer)
{
    m_offers.push_back(std::move(offer));
    if (isHidden() || m_kind == Kind::Info)
        presentOffer();
}

void NoticeBar::presentOffer()
{
    const Offer& offer = m_offers.back();
    m_offering = true;
    m_topic = offer.topic;
    m_action->setText(offer.first.text);
    m_action->show();
    m_second->setText(offer.second.text);
    m_second->setVisible(!offer.second.text.isEmpty());
    present(Kind::Info, offer.text);
}

template <typename Call>
void NoticeBar::answer(Call call)
{
    if (!m_offering)
        return;
    const Offer offer = std::move(m_offers.back());
    m_offers.pop_back();
    m_offering = false;
    dismiss();
    if (const auto& answered = call(offer))
        answered();
}

void NoticeBar::close()
{
    if (m_offering)
        answer([](const Offer& offer) { return offer.decline; });
    else
        dismiss();
}

void NoticeBar::closeByKey()
{
    if (!m_offering || !m_offers.back().decline)
        close();
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
