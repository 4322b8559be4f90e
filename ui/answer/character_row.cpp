// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/character_row.h"

#include "ui/answer/answer_text.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kMostCell = 56;
constexpr double kGapShare = 0.22;  // of a cell's width, between two
constexpr double kRounded = 4;

QColor colourOf(const CharacterCell& cell)
{
    if (!cell.said.isEmpty())
        return theme().text;
    switch (cell.verdict) {
    case Verdict::Digit:
        return theme().accent;
    case Verdict::Unsure:
        return theme().caution;
    case Verdict::NotADigit:
    case Verdict::Empty:
        break;
    }
    return theme().mutedText;
}

}  // namespace

CharacterRow::CharacterRow(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"answerNumber"_s);
    setAccessibleName(tr("Characters of the number"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void CharacterRow::setCells(const std::vector<CharacterCell>& cells, int focus)
{
    setVisible(!cells.empty());
    if (cells == m_cells && focus == m_focus)
        return;
    if (cells.size() != m_cells.size())
        setHovered(-1);
    m_cells = cells;
    m_focus = focus;
    setAccessibleDescription(describe());
    update();
}

/// "4, 99 %; 2, unsure, 61 %": also what is heard of it.
QString CharacterRow::describe() const
{
    QStringList words;
    const auto [first, end] = shown();
    for (const CharacterCell& cell :
         std::span(m_cells).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(end - first)))
        words << (!cell.said.isEmpty() ? tr("%1, which you said; read as %2").arg(cell.said, cell.name)
                  : cell.verdict == Verdict::Digit
                      ? tr("%1, %2", "character and certainty").arg(cell.name, percentText(cell.certainty, 0))
                      : tr("%1, unsure, %2").arg(cell.name, percentText(cell.certainty, 0)));
    return words.join(u"; "_s);
}

QSize CharacterRow::sizeHint() const
{
    const int high = QFontMetrics(glyphscope::font(TextStyle::Heading)).height() +
                     QFontMetrics(glyphscope::font(TextStyle::Caption)).height() + metrics::kGap;
    return {static_cast<int>(kMostCell * std::max(shown().end - shown().first, 2)), high};
}

QSize CharacterRow::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

CharacterRow::Range CharacterRow::shown() const
{
    if (m_focus < 0 || m_focus >= std::ssize(m_cells))
        return {0, static_cast<int>(m_cells.size())};
    const int line = m_cells[static_cast<std::size_t>(m_focus)].line;
    const auto [first, end] = std::ranges::equal_range(m_cells, line, {}, &CharacterCell::line);
    return {static_cast<int>(first - m_cells.begin()), static_cast<int>(end - m_cells.begin())};
}

QRectF CharacterRow::cellRect(int cell) const
{
    const Range line = shown();
    if (cell < line.first || cell >= line.end)
        return {};
    const double count = line.end - line.first;
    const double wide = std::min(kMostCell, width() / (count + kGapShare * (count - 1)));
    return {(cell - line.first) * wide * (1 + kGapShare), 0, wide, static_cast<double>(height())};
}

QRectF CharacterRow::gapRect(int left) const
{
    const QRectF before = cellRect(left);
    return {before.topRight(), cellRect(left + 1).bottomLeft()};
}

int CharacterRow::cellAt(QPointF at) const
{
    const auto [first, end] = shown();
    for (int i = first; i < end; ++i)
        if (cellRect(i).contains(at))
            return i;
    return -1;
}

int CharacterRow::gapAt(QPointF at) const
{
    const auto [first, end] = shown();
    for (int i = first; i + 1 < end; ++i)
        if (gapRect(i).contains(at))
            return i;
    return -1;
}

void CharacterRow::setHovered(int gap)
{
    if (gap != std::exchange(m_hovered, gap))
        update();
}

void CharacterRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont large = glyphscope::font(TextStyle::Heading);
    const QFont small = glyphscope::font(TextStyle::Caption);
    const double line = QFontMetricsF(small).height();
    const auto [first, end] = shown();
    for (int i = first; i < end; ++i) {
        const CharacterCell& cell = m_cells[static_cast<std::size_t>(i)];
        const QRectF place = cellRect(i).adjusted(0.75, 0.75, -0.75, -0.75);
        painter.setPen(i == m_focus ? QPen(theme().accent, hasFocus() ? 2 : 1.25) : QPen(theme().border, 1));
        painter.setBrush(i == m_focus ? QBrush(theme().accentSoft) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(place, kRounded, kRounded);
        painter.setPen(colourOf(cell));
        painter.setFont(large);
        painter.drawText(place.adjusted(0, 0, 0, -line), Qt::AlignCenter,
                         cell.said.isEmpty() ? cell.name : cell.said);
        painter.setPen(theme().mutedText);
        painter.setFont(small);
        const QString sure = cell.said.isEmpty() ? percentText(cell.certainty, 0)
                                                 : tr("not %1", "what was read wrongly").arg(cell.name);
        if (QFontMetricsF(small).horizontalAdvance(sure) <= place.width())
            painter.drawText(place.adjusted(0, place.height() - line - 2, 0, -2), Qt::AlignCenter, sure);
    }
    if (m_hovered >= 0) {  // a click joins the two
        const QRectF gap = gapRect(m_hovered);
        painter.setPen(QPen(theme().accent, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(gap.left() - 3, gap.center().y()),
                         QPointF(gap.right() + 3, gap.center().y()));
    }
}

void CharacterRow::explain(std::vector<DivisionRow> rows)
{
    if (m_why == nullptr)
        m_why = new DivisionView(this);
    m_why->setRows(std::move(rows));
    m_why->show();
}

bool CharacterRow::explains() const
{
    return m_why != nullptr && m_why->isVisible();
}

bool CharacterRow::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text =
            gapAt(help->pos()) >= 0 ? tr("Click: these two are one character")
            : cellAt(help->pos()) >= 0
                ? tr("Click: the panels show this character (Ctrl+Left, Ctrl+Right). "
                     "Double-click: these are two characters. Type what it is to correct it. "
                     "Ctrl+C copies all lines")
                : QString();
        text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();  // the number, not the drawing
        return true;
    }
    return QWidget::event(event);
}

void CharacterRow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = cellAt(event->position());
    if (const int gap = gapAt(event->position()); gap >= 0)
        Q_EMIT joinRequested(gap);
    else if (m_pressed >= 0)
        Q_EMIT focusChosen(m_pressed);
}

void CharacterRow::mouseDoubleClickEvent(QMouseEvent* event)
{
    // not where the first click joined two: what is there now is another cell
    if (const int cell = cellAt(event->position());
        cell >= 0 && cell == m_pressed && event->button() == Qt::LeftButton)
        Q_EMIT divideRequested(cell);
}

void CharacterRow::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(gapAt(event->position()));
}

void CharacterRow::leaveEvent(QEvent* event)
{
    setHovered(-1);
    QWidget::leaveEvent(event);
}

void CharacterRow::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_cells.size()) - 1;
    if (event->matches(QKeySequence::Copy))
        copyAll();
    else if (event->key() == Qt::Key_Left && m_focus > 0)
        Q_EMIT focusChosen(m_focus - 1);
    else if (event->key() == Qt::Key_Right && m_focus < last)
        Q_EMIT focusChosen(m_focus + 1);
    else if (const QString text = event->text(); text.size() == 1 && text[0].isPrint() && !text[0].isSpace())
        Q_EMIT labelTyped(text);
    else
        QWidget::keyPressEvent(event);
}

void CharacterRow::copyAll() const
{
    QGuiApplication::clipboard()->setText(linesText(m_cells));
}

void CharacterRow::contextMenuEvent(QContextMenuEvent* event)
{
    const int under = cellAt(event->pos());
    const int cell = under >= 0 ? under : m_focus;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"answerNumberMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* join = menu->addAction(tr("Join with the next"));
    join->setEnabled(cell + 1 < shown().end);
    connect(join, &QAction::triggered, this, [this, cell] { Q_EMIT joinRequested(cell); });
    connect(menu->addAction(tr("Divide into two")), &QAction::triggered, this,
            [this, cell] { Q_EMIT divideRequested(cell); });
    QAction* keep = menu->addAction(tr("Keep as samples"));
    keep->setEnabled(std::ranges::all_of(m_cells, [](const CharacterCell& each) {
        return !each.said.isEmpty() || each.verdict != Verdict::NotADigit;
    }));
    connect(keep, &QAction::triggered, this, &CharacterRow::keepRequested);
    connect(menu->addAction(tr("Why this division")), &QAction::triggered, this, &CharacterRow::whyRequested);
    menu->popup(event->globalPos());
}

}  // namespace glyphscope
