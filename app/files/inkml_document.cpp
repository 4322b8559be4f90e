// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml_document.h"

#include "app/files/inkml.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kDeepestView = 32;
constexpr int kMostVisits = 1'000'000;
constexpr qsizetype kMostLevels = 16;

using Indices = std::vector<std::size_t>;

/// A traceGroup, a labelled traceView or the document itself, while its drawings are put together.
struct InkGroup {
    LabelledDrawing own;
    std::vector<LabelledDrawing> inner;
    bool shownElsewhere = false;  // some of its traces
};

/// What a view takes of its target: "2:5" to "4:3", counted from 1, the outermost first. Empty: all.
struct ViewRange {
    std::span<const std::size_t> from;
    std::span<const std::size_t> to;
    [[nodiscard]] bool isAll() const { return from.empty() && to.empty(); }
};

/// Strokes of nested groups are part of a labelled group unless they carry labels themselves.
std::vector<LabelledDrawing> drawingsOf(InkGroup group)
{
    const bool innerLabels = std::ranges::any_of(group.inner, [](const auto& d) { return !d.truth.empty(); });
    if (!group.own.truth.empty() && !innerLabels) {
        for (LabelledDrawing& part : group.inner)
            std::ranges::move(part.drawing.strokes, std::back_inserter(group.own.drawing.strokes));
        return {std::move(group.own)};
    }
    std::vector<LabelledDrawing> drawings;
    const bool emptied = group.shownElsewhere || !group.inner.empty();
    if (!group.own.drawing.strokes.empty() || !emptied)
        drawings.push_back(std::move(group.own));
    std::ranges::move(group.inner, std::back_inserter(drawings));
    return drawings;
}

Indices indicesIn(const QString& text)
{
    Indices indices;
    if (text.trimmed().isEmpty())
        return indices;
    for (const QString& word : text.split(u':')) {
        bool ok = false;
        const uint index = word.trimmed().toUInt(&ok);
        if (!ok || index == 0 || std::ssize(indices) == kMostLevels)
            throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is no range of a traceView. Write it like 2:5"),
                        shownText(text.toStdString(), 40));
        indices.push_back(index);
    }
    return indices;
}

/// The first and last of `count` that the range takes, counted from 0 and up to one behind the last.
std::pair<std::size_t, std::size_t> taken(const ViewRange& range, std::size_t count)
{
    const std::size_t first = range.from.empty() ? 1 : range.from.front();
    const std::size_t last = range.to.empty() ? count : range.to.front();
    if (first > last || last > count)
        throw Error(GLYPHSCOPE_TEXT("Files", "a traceView from %1 to %2 of %3, counted from 1"), first, last,
                    count);
    return {first - 1, last};
}

/// What is left of the range for the child at `index`, if it takes those from `first` to `last`.
ViewRange within(const ViewRange& range, std::size_t index, std::size_t first, std::size_t last)
{
    ViewRange rest;
    if (index == first && !range.from.empty())
        rest.from = range.from.subspan(1);
    if (index + 1 == last && !range.to.empty())
        rest.to = range.to.subspan(1);
    return rest;
}

/// Puts the strokes of a document together.
class InkmlBuilder {
public:
    InkmlBuilder(InkmlDocument& document, const std::function<void(const InkmlNode&, const Message&)>& fail)
        : m_document(document), m_fail(fail), m_shown(document.nodes.size())
    {
    }

    std::vector<LabelledDrawing> build()
    {
        m_strokes.resize(m_document.traces.size());
        for (const InkmlNode& node : m_document.nodes)
            if (node.kind == InkmlNode::Kind::Trace)
                located(node, [&] { m_strokes[at(node.content)] = strokeOf(traceOf(node)); });
        for (const InkmlNode& node : m_document.nodes)
            if (node.kind == InkmlNode::Kind::View && !node.defined)
                located(node, [&] { markShown(targetOf(node)); });
        InkGroup document = gathered(0, 0);
        if (document.own.drawing.strokes.empty() && document.inner.empty())
            return {};
        return drawingsOf(std::move(document));
    }

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    [[nodiscard]] const InkmlNode& node(int index) const { return m_document.nodes[at(index)]; }
    [[nodiscard]] const InkmlTrace& traceOf(const InkmlNode& node) const
    {
        return m_document.traces[at(node.content)];
    }
    [[nodiscard]] const InkmlView& viewOf(const InkmlNode& node) const
    {
        return m_document.views[at(node.content)];
    }

    /// Runs what throws without a place, and adds that of the node.
    template <typename Function>
    void located(const InkmlNode& node, Function function)
    {
        try {
            function();
        } catch (const Error& error) {
            if (std::exchange(m_failed, true))  // its place is in it
                throw;
            m_fail(node, std::string_view(error.what()).ends_with('.')
                             ? error.message()
                             : Message{GLYPHSCOPE_TEXT("Files", "%1. Export the ink again."), error});
        }
    }

    Stroke strokeOf(const InkmlTrace& trace)
    {
        const InkmlReading& reading = m_document.contexts.reading(trace.context, trace.current);
        Stroke stroke;
        stroke.points =
            parseTrace(QString::fromUtf8(trace.text), reading.columns, InkmlLimits::points - m_readPoints);
        m_readPoints += stroke.points.size();
        for (Point& point : stroke.points) {
            point = reading.place.of(point);
            if (!std::isfinite(point.x) || !std::isfinite(point.y))
                throw Error(GLYPHSCOPE_TEXT("Files", "a point beyond all numbers, once it is in its place"));
        }
        stroke.pen = m_document.pens.value(trace.brush.isEmpty() ? reading.brush : trace.brush, 1.0);
        if (!trace.ink)
            stroke.points.clear();
        return stroke;
    }

    /// -1 without one.
    [[nodiscard]] int targetOf(const InkmlNode& view) const
    {
        const QString& target = viewOf(view).target;
        if (target.isEmpty())
            return -1;
        const auto found = m_document.ids.find(inkmlTarget(target));
        if (found == m_document.ids.end())
            throw Error(GLYPHSCOPE_TEXT("Files", "a traceView of \"%1\", which is not in this file"),
                        shownText(target.toStdString()));
        return *found;
    }

    /// What a view shows is ink of the view, not of the place where it stands, unless it has a label there.
    void markShown(int index)
    {
        std::vector<int> open{index};
        while (!open.empty()) {
            const int next = open.back();
            open.pop_back();
            if (next <= 0 || m_shown[at(next)])
                continue;
            m_shown[at(next)] = true;
            if (node(next).kind == InkmlNode::Kind::Group && node(next).truth.empty())
                std::ranges::copy(node(next).children, std::back_inserter(open));
        }
    }

    [[nodiscard]] bool isLabelled(int index) const
    {
        for (; index > 0; index = node(index).parent)
            if (!node(index).truth.empty())
                return true;
        return false;
    }

    InkGroup gathered(int index, int depth)
    {
        InkGroup group;
        group.own.truth = node(index).truth;
        group.own.id = node(index).id;
        const bool labelled = isLabelled(index);
        for (const int child : node(index).children) {
            if (node(child).defined && !node(index).defined)
                continue;
            if (node(child).kind == InkmlNode::Kind::Group)
                std::ranges::move(drawingsOf(gathered(child, depth)), std::back_inserter(group.inner));
            else if (node(child).kind == InkmlNode::Kind::View)
                located(node(child), [&] { addView(group, child, depth); });
            else if (m_shown[at(child)] && !labelled)
                group.shownElsewhere = true;
            else
                located(node(child), [&] { addTrace(group.own.drawing, child, {}); });
        }
        return group;
    }

    /// A view with a label is a drawing, one without is part of what it stands in.
    void addView(InkGroup& group, int index, int depth)
    {
        const InkmlNode& view = node(index);
        if (view.truth.empty()) {
            addShown(group, index, depth);
            return;
        }
        InkGroup labelled;
        labelled.own.truth = view.truth;
        labelled.own.id = view.id;
        addShown(labelled, index, depth);
        std::ranges::move(drawingsOf(std::move(labelled)), std::back_inserter(group.inner));
    }

    void addShown(InkGroup& group, int index, int depth)
    {
        visit(depth);
        const InkmlNode& view = node(index);
        const Indices from = indicesIn(viewOf(view).from);
        const Indices to = indicesIn(viewOf(view).to);
        if (const int target = targetOf(view); target > 0) {
            const bool hasLabel = group.own.truth.empty() && isLabelled(target);
            const bool whole = node(target).kind == InkmlNode::Kind::Group && from.empty() && to.empty();
            if (hasLabel && whole && node(target).defined)
                std::ranges::move(drawingsOf(gathered(target, depth + 1)), std::back_inserter(group.inner));
            else if (!hasLabel || node(target).defined)  // or else it is read where it stands
                addPart(group.own.drawing, target, {from, to}, depth + 1);
        }
        for (const int child : view.children)
            addView(group, child, depth + 1);
    }

    /// Puts what the range takes of a trace, group or view into the drawing.
    void addPart(Drawing& drawing, int index, const ViewRange& range, int depth)
    {
        visit(depth);
        const InkmlNode& part = node(index);
        if (part.kind == InkmlNode::Kind::Trace) {
            addTrace(drawing, index, range);
            return;
        }
        const int target = part.kind == InkmlNode::Kind::View ? targetOf(part) : -1;
        if (target > 0)
            addTarget(drawing, part, target, range, depth);
        if (part.children.empty())
            return;
        const auto [first, last] = taken(target > 0 ? ViewRange{} : range, part.children.size());
        for (std::size_t i = first; i < last; ++i)
            addPart(drawing, part.children[i], within(range, i, first, last), depth + 1);
    }

    void addTarget(Drawing& drawing, const InkmlNode& view, int target, const ViewRange& range, int depth)
    {
        const Indices from = indicesIn(viewOf(view).from);
        const Indices to = indicesIn(viewOf(view).to);
        const bool whole = from.empty() && to.empty();
        if (!whole && !range.isAll())
            throw Error(GLYPHSCOPE_TEXT("Files", "a traceView of a part of another one's part"));
        addPart(drawing, target, whole ? range : ViewRange{from, to}, depth + 1);
    }

    void addTrace(Drawing& drawing, int index, const ViewRange& range)
    {
        const Stroke& stroke = m_strokes[at(node(index).content)];
        if (stroke.points.empty())
            return;
        const auto [first, last] = taken(range, stroke.points.size());
        m_placedPoints += last - first;
        if (m_placedPoints > InkmlLimits::points)
            throw Error(GLYPHSCOPE_TEXT("Files", "more points than the 1,000,000 that a file may have"));
        const auto begin = stroke.points.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = stroke.points.begin() + static_cast<std::ptrdiff_t>(last);
        const bool continues = m_last >= 0 && !drawing.strokes.empty() && isContinuation(index);
        if (continues)
            drawing.strokes.back().points.insert(drawing.strokes.back().points.end(), begin, end);
        else
            drawing.strokes.push_back({{begin, end}, stroke.pen});
        m_last = index;
        if (++m_placedStrokes > InkmlLimits::traces)
            throw Error(GLYPHSCOPE_TEXT("Files", "more than 100,000 traces, in views too"));
    }

    /// Whether a trace goes on where the one before it, which was placed last, ended.
    [[nodiscard]] bool isContinuation(int index) const
    {
        const QString& prior = traceOf(node(index)).prior;
        return !prior.isEmpty() && m_document.ids.value(inkmlTarget(prior), -1) == m_last;
    }

    void visit(int depth)
    {
        if (depth > kDeepestView || ++m_visits > kMostVisits)
            throw Error(
                GLYPHSCOPE_TEXT("Files", "traceViews that show each other in a circle, or over and over"));
    }

    InkmlDocument& m_document;
    const std::function<void(const InkmlNode&, const Message&)>& m_fail;
    std::vector<Stroke> m_strokes;  // of the document's traces
    std::vector<bool> m_shown;      // nodes that a view shows
    std::size_t m_readPoints = 0;
    std::size_t m_placedPoints = 0;
    int m_placedStrokes = 0;
    int m_visits = 0;
    int m_last = -1;  // trace that was placed last
    bool m_failed = false;
};

}  // namespace

std::vector<LabelledDrawing> inkmlDrawings(InkmlDocument& document,
                                           const std::function<void(const InkmlNode&, const Message&)>& fail)
{
    return InkmlBuilder(document, fail).build();
}

}  // namespace glyphscope
