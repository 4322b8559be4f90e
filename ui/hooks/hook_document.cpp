// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_document.h"

#include "ui/hooks/hook_words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr std::size_t kMostSteps = 200;

struct HookDocumentText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HookDocumentText)
};

std::vector<HookSpec>::iterator firstOf(std::vector<HookSpec>& specs, HookKind kind)
{
    return std::ranges::find_if(specs, [kind](const HookSpec& spec) { return spec.kind == kind; });
}

}  // namespace

int HookDocument::rowOf(std::uint64_t id) const
{
    const auto found = std::ranges::find(m_specs, id, &HookSpec::id);
    return found == m_specs.end() ? -1 : static_cast<int>(found - m_specs.begin());
}

void HookDocument::reset(std::vector<HookSpec> specs)
{
    m_past.clear();
    m_future.clear();
    m_specs.clear();
    seal();
    for (HookSpec& spec : specs) {
        m_lastId = std::max(m_lastId, spec.id);
        const auto place = spec.prepend ? firstOf(m_specs, spec.kind) : m_specs.end();
        spec.prepend = false;
        m_specs.insert(place, std::move(spec));
    }
}

int HookDocument::add(HookSpec spec, bool inFront)
{
    spec.id = m_lastId + 1;
    spec.prepend = false;  // its place in the list says it
    note(HookDocumentText::tr("Add: %1").arg(hookwords::sentence(spec)), spec.id);
    m_lastId = spec.id;
    const auto place = inFront ? firstOf(m_specs, spec.kind) : m_specs.end();
    const auto row = place - m_specs.begin();
    m_specs.insert(place, std::move(spec));
    return static_cast<int>(row);
}

bool HookDocument::remove(const std::vector<int>& rows)
{
    std::vector<int> gone;
    std::ranges::copy_if(rows, std::back_inserter(gone), [this](int row) { return holds(row); });
    std::ranges::sort(gone, std::greater<>());
    gone.erase(std::ranges::unique(gone).begin(), gone.end());
    if (gone.empty())
        return false;
    note(gone.size() > 1 ? HookDocumentText::tr("Remove %n hook(s)", nullptr, static_cast<int>(gone.size()))
                         : HookDocumentText::tr("Remove: %1").arg(hookwords::sentence(at(gone.front()))),
         at(gone.front()).id);
    for (const int row : gone)
        m_specs.erase(m_specs.begin() + row);
    return true;
}

int HookDocument::move(int from, int to)
{
    to = std::clamp(to, 0, std::max(0, size() - 1));
    if (!holds(from) || from == to)
        return from;
    note(HookDocumentText::tr("Move: %1").arg(hookwords::sentence(at(from))), at(from).id);
    const auto first = m_specs.begin();
    if (from < to)
        std::rotate(first + from, first + from + 1, first + to + 1);
    else
        std::rotate(first + to, first + from, first + from + 1);
    return to;
}

int HookDocument::duplicate(int row)
{
    if (!holds(row))
        return -1;
    HookSpec copy = at(row);
    copy.id = m_lastId + 1;
    note(HookDocumentText::tr("Duplicate: %1").arg(hookwords::sentence(copy)), copy.id);
    m_lastId = copy.id;
    m_specs.insert(m_specs.begin() + row + 1, std::move(copy));
    return row + 1;
}

void HookDocument::setEnabled(const std::vector<int>& rows, bool on)
{
    seal();
    for (const int row : rows) {
        if (!holds(row))
            continue;
        HookSpec spec = at(row);
        spec.enabled = on;
        replace(row, std::move(spec), u"toggle"_s);
    }
    seal();
}

void HookDocument::replace(int row, HookSpec spec, const QString& key)
{
    if (!holds(row))
        return;
    spec.id = at(row).id;
    spec.prepend = false;
    if (sameHook(spec, at(row)))
        return;
    const QString text = HookDocumentText::tr("Change: %1").arg(hookwords::sentence(spec));
    if (!key.isEmpty() && key == m_key)
        m_past.back().text = text;
    else
        note(text, spec.id, key);
    m_specs[static_cast<std::size_t>(row)] = std::move(spec);
}

void HookDocument::note(const QString& text, std::uint64_t id, const QString& key)
{
    m_past.push_back({m_specs, text, id});
    if (m_past.size() > kMostSteps)
        m_past.erase(m_past.begin());
    m_future.clear();
    m_key = key;
}

std::uint64_t HookDocument::step(std::vector<Step>& from, std::vector<Step>& to)
{
    seal();
    if (from.empty())
        return 0;
    Step step = std::move(from.back());
    from.pop_back();
    std::swap(step.specs, m_specs);
    const std::uint64_t id = step.id;
    to.push_back(std::move(step));
    return rowOf(id) < 0 ? 0 : id;
}

std::uint64_t HookDocument::undo()
{
    return step(m_past, m_future);
}

std::uint64_t HookDocument::redo()
{
    return step(m_future, m_past);
}

bool sameHook(const HookSpec& a, const HookSpec& b)
{
    return a.id == b.id && a.kind == b.kind && a.module == b.module && a.action == b.action &&
           a.channel == b.channel && a.amount == b.amount && a.limit == b.limit && a.seed == b.seed &&
           a.donor == b.donor && a.enabled == b.enabled && a.predicting == b.predicting &&
           a.training == b.training;
}

bool sameHooks(const std::vector<HookSpec>& one, const std::vector<HookSpec>& other)
{
    return std::ranges::equal(one, other, sameHook);
}

HookTurn turnOf(const std::vector<HookSpec>& specs, int row)
{
    if (row < 0 || row >= static_cast<int>(specs.size()) || !specs[static_cast<std::size_t>(row)].enabled)
        return {};
    const HookSpec& own = specs[static_cast<std::size_t>(row)];
    HookTurn turn;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const HookSpec& other = specs[i];
        if (!other.enabled || other.kind != own.kind || (!other.module.empty() && other.module != own.module))
            continue;
        ++turn.of;
        const bool before =
            other.module.empty() == own.module.empty() ? static_cast<int>(i) <= row : other.module.empty();
        turn.place += before ? 1 : 0;
    }
    return turn;
}

}  // namespace glyphscope
