// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/fact_sheet.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kColumnsFrom = 380;  ///< width from which two values stand beside their name
constexpr double kLargestName = 0.45;

bool stacked(double width, bool pairs)
{
    return pairs && width < kColumnsFrom;
}

QString shownValue(const QString& value)
{
    return value.isEmpty() ? u"\u2013"_s : value;
}

}  // namespace

double factHeight(double width, double line, bool pairs)
{
    return stacked(width, pairs) ? 2 * line : line;
}

FactPlaces factPlaces(int index, double width, double line, double names, bool pairs)
{
    const double top = index * factHeight(width, line, pairs);
    if (stacked(width, pairs)) {
        const double half = (width - metrics::kGap) / 2;
        return {{0, top, width, line},
                {0, top + line * 0.85, half, line},
                {half + metrics::kGap, top + line * 0.85, half, line}};
    }
    const double name = std::min(names, width * kLargestName);
    const double left = name + metrics::kPadding;
    if (!pairs)
        return {{0, top, name, line}, {left, top, width - left, line}, {}};
    const double half = (width - left - metrics::kPadding) / 2;
    return {
        {0, top, name, line}, {left, top, half, line}, {left + half + metrics::kPadding, top, half, line}};
}

FactSheet::FactSheet(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FactSheet::setFacts(const std::vector<RunFact>& facts)
{
    std::vector<FactPair> shown;
    for (const RunFact& fact : facts)
        if (!fact.value.isEmpty())
            shown.push_back({fact.name, fact.value, {}});
    set(std::move(shown), false);
}

void FactSheet::setPairs(std::vector<FactPair> pairs)
{
    set(std::move(pairs), true);
}

void FactSheet::set(std::vector<FactPair> facts, bool pairs)
{
    m_facts = std::move(facts);
    m_pairs = pairs;
    setAccessibleDescription(asTsv());
    updateGeometry();
    update();
}

QString FactSheet::asTsv() const
{
    QString text;
    for (const FactPair& fact : m_facts) {
        QStringList cells{fact.name, fact.a};
        if (m_pairs)
            cells += fact.b;
        text += cells.join(u'\t').replace(u'\u00a0', u' ') + u'\n';
    }
    return text;
}

double FactSheet::line() const
{
    return std::ceil(QFontMetricsF(font()).height()) + metrics::kUnit;
}

double FactSheet::widestName() const
{
    const QFontMetricsF measure(font());
    double widest = 0;
    for (const FactPair& fact : m_facts)
        widest = std::max(widest, measure.horizontalAdvance(fact.name));
    return widest + 1;
}

void FactSheet::setNameWidth(double width)
{
    m_nameWidth = width;
    update();
}

int FactSheet::heightForWidth(int width) const
{
    return static_cast<int>(
        std::ceil(static_cast<double>(m_facts.size()) * factHeight(width, line(), m_pairs)));
}

QSize FactSheet::sizeHint() const
{
    return {320, heightForWidth(kColumnsFrom)};
}

QSize FactSheet::minimumSizeHint() const
{
    return {120, heightForWidth(kColumnsFrom)};  // what more a narrow one wants its layout asks for
}

void FactSheet::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    const QFont plain = font();
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const double widest = std::max(m_nameWidth, widestName());
    const auto draw = [&painter](const QRectF& place, const QString& text) {
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, place.width()));
    };
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const FactPair& fact = m_facts[i];
        const FactPlaces places = factPlaces(static_cast<int>(i), width(), line(), widest, m_pairs);
        const bool faint = m_pairs && !fact.differs();
        painter.setFont(plain);
        painter.setPen(t.mutedText);
        draw(places.name, fact.name);
        painter.setFont(m_pairs && !faint ? strong : plain);
        painter.setPen(faint ? t.mutedText : t.text);
        draw(places.a, m_pairs ? shownValue(fact.a) : fact.a);
        if (m_pairs)
            draw(places.b, shownValue(fact.b));
    }
}

QString FactSheet::tipAt(const QPoint& position) const
{
    const auto row = static_cast<std::size_t>(position.y() / factHeight(width(), line(), m_pairs));
    if (row >= m_facts.size())
        return {};
    const FactPair& fact = m_facts[row];
    const FactPlaces places =
        factPlaces(static_cast<int>(row), width(), line(), std::max(m_nameWidth, widestName()), m_pairs);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF measure(strong);
    const bool fits = measure.horizontalAdvance(fact.name) <= places.name.width() &&
                      measure.horizontalAdvance(fact.a) <= places.a.width() &&
                      measure.horizontalAdvance(fact.b) <= places.b.width();
    if (fits)
        return {};
    return m_pairs ? u"%1: %2 | %3"_s.arg(fact.name, shownValue(fact.a), shownValue(fact.b))
                   : u"%1: %2"_s.arg(fact.name, fact.a);
}

bool FactSheet::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

void FactSheet::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"copy"_s), tr("Copy"), this,
                    [this] { QGuiApplication::clipboard()->setText(asTsv()); });
    menu->popup(event->globalPos());
}

}  // namespace glyphscope
