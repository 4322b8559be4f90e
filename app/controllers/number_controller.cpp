// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/number_controller.h"

#include "app/session/recognition_session.h"
#include "model/numbers/corrections.h"
#include "model/numbers/read_number.h"
#include "ui/answer/answer_panel.h"
#include "ui/answer/character_row.h"
#include "ui/answer/division_view.h"
#include "ui/answer/label_row.h"
#include "ui/canvas/canvas.h"
#include "ui/style/class_name.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

CharacterCell cellOf(const Prediction& prediction)
{
    const bool known = prediction.best >= 0 && prediction.verdict != Verdict::NotADigit;
    return {known ? className(prediction.classes, prediction.best) : u"?"_s,
            known ? static_cast<double>(prediction.probabilities[static_cast<std::size_t>(prediction.best)])
                  : 0.0,
            prediction.verdict};
}

/// What the network says that it is; empty: nothing.
QString readAs(const CharacterCell& cell)
{
    return cell.verdict == Verdict::NotADigit ? QString() : cell.name;
}

/// The drawing may have been changed since it was read.
bool areThere(const std::vector<StrokePiece>& pieces, const Drawing& drawing)
{
    return std::ranges::all_of(pieces, [&](const StrokePiece& piece) {
        return std::cmp_less(piece.stroke, drawing.strokes.size()) &&
               std::cmp_less_equal(piece.end,
                                   drawing.strokes[static_cast<std::size_t>(piece.stroke)].points.size());
    });
}

}  // namespace

NumberController::NumberController(const Parts& parts) : m_parts(parts)
{
    connect(&m_parts.recognition, &RecognitionSession::divided, this, &NumberController::show);
    connect(&m_parts.canvas, &Canvas::drawingChanged, this, &NumberController::noteDrawing);
    const LabelRow* labels = m_parts.answer.labels();
    connect(labels, &LabelRow::characterLabelGiven, this, &NumberController::sayFocused);
    connect(labels, &LabelRow::keepRequested, this, &NumberController::keep);
    const CharacterRow* row = m_parts.answer.number();
    connect(row, &CharacterRow::labelTyped, m_parts.answer.labels(), &LabelRow::giveName);
    connect(row, &CharacterRow::keepRequested, this, &NumberController::keep);
    connect(row, &CharacterRow::focusChosen, this, &NumberController::setFocus);
    connect(row, &CharacterRow::whyRequested, this, &NumberController::explain);
    connect(row, &CharacterRow::joinRequested, this, &NumberController::join);
    connect(row, &CharacterRow::divideRequested, this, [this](int part) { divide(part, std::nullopt); });
    const PartLayer* marks = m_parts.canvas.partLayer();
    connect(marks, &PartLayer::focusChosen, this, &NumberController::setFocus);
    connect(marks, &PartLayer::joinRequested, this, &NumberController::join);
    connect(marks, &PartLayer::divideRequested, this, &NumberController::divide);
    m_parts.recognition.divide(m_options, m_wanted);
}

void NumberController::setOneOnly(bool oneOnly)
{
    m_options.oneOnly = oneOnly;
    m_parts.recognition.divide(m_options, m_wanted);
}

void NumberController::moveFocus(int by)
{
    if (m_number && m_number->parts.size() > 1)
        setFocus(std::clamp(m_focus + by, 0, static_cast<int>(m_number->parts.size()) - 1));
}

void NumberController::setFocus(int part)
{
    m_wanted = part;
    m_parts.recognition.divide(m_options, m_wanted);
}

/// With what was read on the way; of a division that nothing else was possible for, its parts.
void NumberController::explain()
{
    if (!m_number)
        return;
    std::vector<DivisionRow> rows;
    for (const NumberCandidate& candidate : m_number->considered)
        if (const Drawing& whole = m_parts.canvas.drawing(); areThere(candidate.pieces, whole))
            rows.push_back({drawingOf(whole, candidate.pieces), cellOf(candidate.prediction).name,
                            candidate.score, candidate.taken});
    m_parts.answer.number()->explain(std::move(rows));
}

void NumberController::removeFocused()
{
    if (!m_several)
        return;
    std::vector<StrokePiece> rest;
    for (int i = 0; i < std::ssize(m_number->parts); ++i)
        if (const auto& pieces = m_number->parts[static_cast<std::size_t>(i)].pieces; i != m_focus)
            rest.insert(rest.end(), pieces.begin(), pieces.end());
    if (rest.empty())
        return;               // a picture's characters have no strokes
    std::ranges::sort(rest);  // in the order of writing
    const Drawing& whole = m_parts.canvas.drawing();
    if (!areThere(rest, whole))
        return;
    m_options.fixed.clear();  // it tells strokes by their places
    m_parts.canvas.setDrawing(drawingOf(whole, rest));
}

void NumberController::join(int left)
{
    if (m_number)
        correct(withJoined(*m_number, left, m_options));
}

void NumberController::divide(int part, std::optional<double> x)
{
    if (!m_number || part < 0 || part >= std::ssize(m_number->parts))
        return;
    const DrawingBox& box = m_number->parts[static_cast<std::size_t>(part)].box;
    if (const auto options = withDivided(*m_number, part, x.value_or(box.x + box.width / 2), m_options))
        correct(*options);
}

void NumberController::correct(NumberOptions options)
{
    m_options = std::move(options);
    m_corrected = m_parts.canvas.drawing().strokes;
    m_wanted = -1;
    m_parts.recognition.divide(m_options, m_wanted);
}

/// What the user said of strokes holds while they are there; a new one takes the focus.
void NumberController::noteDrawing(const Drawing& drawing)
{
    const std::size_t strokes = drawing.strokes.size();
    const bool changed = strokes != std::exchange(m_strokes, strokes);
    const bool others = !m_options.fixed.empty() &&
                        (strokes < m_corrected.size() ||
                         !std::equal(m_corrected.begin(), m_corrected.end(), drawing.strokes.begin()));
    if (strokes == 0) {
        m_said.clear();
        showOne();
    }
    if (!others && (!changed || m_wanted < 0))
        return;
    if (others)
        m_options.fixed.clear();
    m_wanted = -1;
    m_parts.recognition.divide(m_options, m_wanted);
}

void NumberController::show(const std::shared_ptr<const NumberReading>& number, int focus)
{
    m_number = number;
    m_focus = focus;
    if (number->parts.size() < 2) {
        showOne();
        return;
    }
    setSeveral(true);
    if (m_parts.answer.number()->explains())
        explain();
    showLabels();
    Q_EMIT focusedChanged(number->parts[static_cast<std::size_t>(focus)].drawing);
}

/// The characters as they were read and as the user says.
void NumberController::showLabels()
{
    std::vector<CharacterCell> cells;
    std::vector<PartMark> marks;
    QStringList labels;
    const std::vector<NumberLine> lines = m_number->allLines();
    int line = 0;
    for (const NumberPart& part : m_number->parts) {
        if (std::ssize(cells) >= lines[static_cast<std::size_t>(line)].end)
            ++line;
        CharacterCell cell = cellOf(part.prediction);
        cell.line = line;
        cell.said = saidOf(part.drawing);
        labels << (cell.said.isEmpty() ? readAs(cell) : cell.said);
        marks.push_back({QRectF(part.box.x, part.box.y, part.box.width, part.box.height),
                         cell.said.isEmpty() ? cell.name : cell.said,
                         part.prediction.verdict == Verdict::Digit || !cell.said.isEmpty(),
                         std::ssize(marks) == m_focus, !part.pieces.empty(), !m_number->lines.empty()});
        cells.push_back(std::move(cell));
    }
    m_parts.answer.setNumber(cells, m_focus);
    m_parts.answer.labels()->setNumber(labels, m_focus);
    m_parts.canvas.setParts(marks);
}

QString NumberController::saidOf(const Drawing& character) const
{
    const auto said = std::ranges::find(m_said, character, &LabelledDrawing::drawing);
    return said == m_said.end() ? QString() : QString::fromStdString(said->truth);
}

/// What the network says takes an earlier correction back.
void NumberController::sayFocused(const QString& className)
{
    if (!m_several)
        return;
    const NumberPart& part = m_number->parts[static_cast<std::size_t>(m_focus)];
    std::erase_if(m_said, [&](const LabelledDrawing& older) { return older.drawing == part.drawing; });
    if (className != readAs(cellOf(part.prediction)))
        m_said.push_back({part.drawing, className.toStdString(), {}});
    showLabels();
}

void NumberController::keep()
{
    if (!m_several)
        return;
    std::vector<LabelledDrawing> characters;
    for (const NumberPart& part : m_number->parts) {
        const QString said = saidOf(part.drawing);
        const QString label = said.isEmpty() ? readAs(cellOf(part.prediction)) : said;
        if (label.isEmpty())
            return;  // it has to be said first
        characters.push_back({part.drawing, label.toStdString(), {}});
    }
    Q_EMIT keepRequested(characters);
}

void NumberController::setSeveral(bool several)
{
    if (several != std::exchange(m_several, several))
        Q_EMIT severalChanged(several);
}

void NumberController::showOne()
{
    setSeveral(false);
    m_parts.answer.setNumber({}, 0);
    m_parts.answer.labels()->setNumber({}, 0);
    m_parts.canvas.setParts({});
    Q_EMIT focusedChanged(std::nullopt);
}

}  // namespace glyphscope
