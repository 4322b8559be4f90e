// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/network_strip.h"

#include "model/types/module_tree.h"
#include "ui/network/hook_chip.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_hint.h"
#include "ui/widgets/hook_badge.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace glyphscope {

NetworkStrip::NetworkStrip(QWidget* parent)
    : QAbstractScrollArea(parent), m_lazy(this, [this] { buildCards(); })
{
    setObjectName(u"networkStrip"_s);
    setWindowTitle(tr("Network"));
    setAccessibleName(tr("Network"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setObjectName(u"networkChain"_s);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    horizontalScrollBar()->setObjectName(u"networkScroll"_s);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void NetworkStrip::setModules(const std::shared_ptr<const std::vector<ModuleOutput>>& modules)
{
    m_modules = modules;
    m_lazy.request();
}

void NetworkStrip::setClassNames(const QStringList& names)
{
    m_names = names;
    setModules(m_modules);
}

void NetworkStrip::clear()
{
    setModules(nullptr);
}

QStringList NetworkStrip::labelsFor(const ModuleOutput& output) const
{
    const bool last = &output == &m_modules->back();
    if (!last || output.shape.size() != 1)
        return {};
    const auto count = static_cast<qsizetype>(output.values.size());
    if (m_names.size() == count)
        return m_names;
    QStringList numbers;
    for (qsizetype i = 0; i < count; ++i)
        numbers << QString::number(i);
    return numbers;
}

void NetworkStrip::buildCards()
{
    m_cards.clear();
    if (m_modules)
        for (const ChainEntry& entry : foldedChain(*m_modules, m_open)) {
            const ModuleOutput& output = (*m_modules)[entry.module];
            m_cards.emplace_back(std::shared_ptr<const ModuleOutput>(m_modules, &output), labelsFor(output),
                                 entry);
        }
    markWanted();
    layOut();
}

void NetworkStrip::layOut()
{
    std::vector<CardContent> contents;
    for (const ModuleCard& card : m_cards)
        contents.push_back(card.content());
    // By the room of the whole strip, not of the viewport: a scroll bar that comes takes from the viewport's
    // height, which makes the chain shorter, which makes the bar go.
    QSizeF room = contentsRect().size();
    const auto place = [&] {
        m_places =
            layOutChain(contents, room, lineHeight(TextStyle::Heading), lineHeight(TextStyle::Caption));
        return qRound(chainWidth(m_places));
    };
    int width = place();
    const bool scrolls = width > room.width();
    if (scrolls) {
        room.rheight() -= horizontalScrollBar()->sizeHint().height();
        width = place();
    }
    setHorizontalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(48);
    viewport()->update();
}

QSize NetworkStrip::sizeHint() const
{
    return {900, 220};
}

QSize NetworkStrip::minimumSizeHint() const
{
    const double words = lineHeight(TextStyle::Heading) + 2 * lineHeight(TextStyle::Caption);
    return {240, qRound(words) + 4 * metrics::kGap + 2 * metrics::kPadding + 62};
}

QPointF NetworkStrip::toChain(QPointF viewportPoint) const
{
    return viewportPoint + QPointF(horizontalScrollBar()->value(), 0);
}

int NetworkStrip::cardAt(QPointF chainPoint) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [&](const CardPlace& place) { return place.card.contains(chainPoint); });
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

QString NetworkStrip::tipAt(QPointF position) const
{
    const QPointF point = toChain(position);
    const int card = cardAt(point);
    if (card < 0)
        return {};
    const QString tip = m_cards[static_cast<std::size_t>(card)].describe(placeOf(card), point);
    const std::vector<HookSpec> hooks = hooksAt(card);
    return hooks.empty() ? tip : hooksTip(hooks, m_withoutHooks) + u'\n' + tip;
}

void NetworkStrip::choose(int card)
{
    if (m_cards.empty())
        return;
    card = std::clamp(card, 0, cardCount() - 1);
    bringIntoView(card);
    if (card == m_current)
        return;
    m_current = card;
    const ModuleCard& chosen = m_cards[static_cast<std::size_t>(card)];
    m_wanted = chosen.name();
    setAccessibleDescription(chosen.describe(placeOf(card), placeOf(card).card.topLeft()));
    viewport()->update();
    Q_EMIT currentChanged(chosen.name());
}

void NetworkStrip::bringIntoView(int card)
{
    const QRectF place = placeOf(card).card;
    QScrollBar* bar = horizontalScrollBar();
    if (place.left() < bar->value())
        bar->setValue(static_cast<int>(place.left()) - metrics::kGap);
    else if (place.right() > bar->value() + viewport()->width())
        bar->setValue(qRound(place.right()) + metrics::kGap - viewport()->width());
}

void NetworkStrip::setCurrent(const QString& module)
{
    m_wanted = module;
    const std::size_t before = m_open.size();
    for (const std::string& block : blocksAround(module.toStdString()))
        m_open.insert(block);
    if (m_open.size() != before && !m_cards.empty())
        buildCards();
    markWanted();
    if (m_current >= 0)
        bringIntoView(m_current);
    viewport()->update();
}

void NetworkStrip::toggle(int card)
{
    const ModuleCard& block = m_cards[static_cast<std::size_t>(card)];
    if (!block.isBlock())
        return;
    const std::string name = block.output().name;
    if (m_open.erase(name) == 0)
        m_open.insert(name);
    buildCards();
    if (m_current >= 0)
        bringIntoView(m_current);
}

void NetworkStrip::setHooks(const std::vector<HookSpec>& changing)
{
    m_hooks = changing;
    viewport()->update();
}

void NetworkStrip::setWithoutHooks(const std::optional<Prediction>& without)
{
    m_withoutHooks = without;
}

std::vector<HookSpec> NetworkStrip::hooksAt(int card) const
{
    const ModuleCard& shown = m_cards[static_cast<std::size_t>(card)];
    std::vector<HookSpec> hooks = hooksOn(shown.name(), m_hooks);
    if (shown.isBlock() && !shown.isOpen())
        std::ranges::copy_if(m_hooks, std::back_inserter(hooks), [&shown](const HookSpec& hook) {
            return isWithin(hook.module, shown.output().name);
        });
    return hooks;
}

void NetworkStrip::showHookMenu(int card)
{
    const std::vector<HookSpec> hooks = hooksAt(card);
    if (hooks.empty())
        return;
    QMenu* menu = makeHookMenu(hooks, m_withoutHooks, this);
    connect(menu, &QMenu::triggered, this, [this, hooks](const QAction* action) {
        if (isHookOff(*action))
            Q_EMIT hooksOffRequested(idsOf(hooks));
        else
            Q_EMIT hookShowRequested(hooks.front().id);
    });
    const QPointF corner = hookChipRect(placeOf(card).card).bottomLeft();
    menu->popup(viewport()->mapToGlobal((corner - toChain({})).toPoint()));
}

void NetworkStrip::markWanted()
{
    const std::string wanted = m_wanted.toStdString();
    const auto shows = [&wanted](const ModuleCard& card) {
        const bool around = card.isBlock() && !card.isOpen() && isWithin(wanted, card.output().name);
        return card.output().name == wanted || around;
    };
    const auto found = std::ranges::find_if(m_cards, shows);
    m_current = found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

bool NetworkStrip::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, viewport(), QRect(help->pos(), QSize(1, 1)));
    return true;
}

void NetworkStrip::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_cards.empty()) {
        paintEmpty(painter);
        return;
    }
    const double scroll = horizontalScrollBar()->value();
    painter.translate(-scroll, 0);
    const QRectF seen = QRectF(event->rect()).translated(scroll, 0);
    for (int i = 0; i < cardCount(); ++i) {
        if (i + 1 < cardCount())
            paintArrow(painter, placeOf(i), placeOf(i + 1));
        if (placeOf(i).card.intersects(seen))
            m_cards[static_cast<std::size_t>(i)].paint(painter, placeOf(i),
                                                       i != m_current ? ModuleCard::Frame::Plain
                                                       : hasFocus()   ? ModuleCard::Frame::Focus
                                                                      : ModuleCard::Frame::Current);
        if (!hooksAt(i).empty())
            paintHookChip(painter, placeOf(i).card);
    }
}

void NetworkStrip::paintEmpty(QPainter& painter) const
{
    const Theme& t = theme();
    const QRectF area(QPointF(), QSizeF(viewport()->size()));
    painter.setPen(QPen(t.border, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), metrics::kRadius, metrics::kRadius);
    paintEmptyHint(painter, area, u"layers"_s, tr("Write a digit to see what every module makes of it"));
}

void NetworkStrip::paintArrow(QPainter& painter, const CardPlace& from, const CardPlace& to) const
{
    const Theme& t = theme();
    const double y = from.card.center().y();
    const double room = to.card.left() - from.card.right();
    const double air = std::min(6.0, room / 5);
    const double start = from.card.right() + air;
    const double end = to.card.left() - air;
    painter.setPen(QPen(blend(t.surface, t.mutedText, 0.7), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(QPointF(start, y), QPointF(end, y));
    const QPointF head[] = {{end - 4, y - 4}, {end, y}, {end - 4, y + 4}};
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(head, 3);
}

void NetworkStrip::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void NetworkStrip::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOut();
}

void NetworkStrip::wheelEvent(QWheelEvent* event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    // An ordinary wheel turns up and down; the chain only goes sideways.
    const int delta =
        pixels.isNull() ? (sideways ? angle.x() : angle.y()) : (sideways ? pixels.x() : pixels.y());
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    event->accept();
}

void NetworkStrip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_current - 1);
        return;
    case Qt::Key_Right:
        choose(m_current + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(cardCount() - 1);
        return;
    case Qt::Key_Space:
        if (m_current >= 0)
            toggle(m_current);
        return;
    case Qt::Key_Menu:
        if (m_current >= 0)
            showHookMenu(m_current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT opened(m_cards[static_cast<std::size_t>(m_current)].name());
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void NetworkStrip::mousePressEvent(QMouseEvent* event)
{
    const QPointF point = toChain(event->position());  // choosing a card may scroll
    const int card = cardAt(point);
    if (card < 0)
        return;
    choose(card);
    if (ModuleCard::foldMark(placeOf(card)).contains(point)) {
        toggle(card);
        return;
    }
    if (hookChipRect(placeOf(card).card).contains(point))
        showHookMenu(card);
}

void NetworkStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int card = cardAt(toChain(event->position()));
    if (card >= 0)
        Q_EMIT opened(m_cards[static_cast<std::size_t>(card)].name());
}

void NetworkStrip::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        choose(0);
    viewport()->update();
}

void NetworkStrip::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace glyphscope
