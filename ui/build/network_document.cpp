// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/network_document.h"

#include "model/spec/layer_kinds.h"
#include "model/spec/spec_edit.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr std::size_t kMostEdits = 200;

struct NetworkDocumentText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::NetworkDocumentText)
};

bool isInside(const SpecPlace& place, const SpecPlace& block)
{
    return place.size() > block.size() && std::equal(block.begin(), block.end(), place.begin());
}

// Names that no layer can have, while it is moved.
constexpr std::string_view kLeaves = "<";
constexpr std::string_view kArrives = ">";

void eraseNamed(std::vector<LayerSpec>& layers, std::string_view name)
{
    std::erase_if(layers, [name](const LayerSpec& layer) { return layer.name == name; });
    for (LayerSpec& layer : layers)
        eraseNamed(layer.children, name);
}

/// Empty: none is called so.
SpecPlace placeNamed(const std::vector<LayerSpec>& layers, std::string_view name)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].name == name)
            return {i};
        if (SpecPlace inside = placeNamed(layers[i].children, name); !inside.empty()) {
            inside.insert(inside.begin(), i);
            return inside;
        }
    }
    return {};
}

bool isBlockLayer(const LayerSpec* layer)
{
    const KindInfo* kind = layer == nullptr ? nullptr : kindNamed(layer->kind);
    return kind != nullptr && kind->isBlock();
}

}  // namespace

std::vector<SpecPlace> LayerRange::places() const
{
    std::vector<SpecPlace> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(besides(first, static_cast<int>(i)));
    return all;
}

SpecPlace LayerRange::behind() const
{
    return besides(first, static_cast<int>(count));
}

std::vector<SpecPlace> outermost(std::vector<SpecPlace> places)
{
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    std::vector<SpecPlace> result;
    for (SpecPlace& place : places)
        if (result.empty() || !isInside(place, result.back()))
            result.push_back(std::move(place));
    return result;
}

std::optional<LayerRange> rangeOf(std::vector<SpecPlace> places)
{
    places = outermost(std::move(places));
    if (places.empty() || places.front().empty())
        return std::nullopt;
    const LayerRange range{places.front(), places.size()};
    return range.places() == places ? std::optional(range) : std::nullopt;
}

bool NetworkDocument::holds(const LayerRange& rows) const
{
    return rows.count > 0 &&
           layerAt(m_network, besides(rows.first, static_cast<int>(rows.count) - 1)) != nullptr;
}

std::vector<LayerSpec> NetworkDocument::layersIn(const LayerRange& rows) const
{
    std::vector<LayerSpec> layers;
    for (const SpecPlace& place : rows.places())
        layers.push_back(*layerAt(m_network, place));
    return layers;
}

QString NetworkDocument::nameOf(const SpecPlace& place) const
{
    const LayerSpec* layer = layerAt(m_network, place);
    return layer == nullptr ? QString() : QString::fromStdString(layer->name);
}

/// `one` names it, `many` counts them.
QString NetworkDocument::aboutRows(const LayerRange& rows, const QString& one, const QString& many) const
{
    return rows.count == 1 ? one.arg(nameOf(rows.first)) : many;
}

void NetworkDocument::reset(NetworkSpec network)
{
    m_past.clear();
    m_future.clear();
    m_rows.reset();
    seal();
    m_network = std::move(network);
}

NetworkDocument::Rows NetworkDocument::commit(NetworkSpec network, const QString& text, const Rows& before,
                                              const Rows& after, const QString& key)
{
    if (network == m_network)
        return std::nullopt;
    if (key.isEmpty() || key != m_key) {
        m_past.push_back({m_network, text, before});
        if (m_past.size() > kMostEdits)
            m_past.erase(m_past.begin());
    }
    m_future.clear();
    m_key = key;
    m_network = std::move(network);
    m_rows = after;
    return after;
}

NetworkDocument::Rows NetworkDocument::insert(const SpecPlace& place, std::vector<LayerSpec> layers,
                                              const QString& text)
{
    if (layers.empty())
        return std::nullopt;
    NetworkSpec network = m_network;
    const LayerRange rows{place, layers.size()};
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (!insertLayer(network, besides(place, static_cast<int>(i)), layers[i]))
            return std::nullopt;
    const QString name = QString::fromStdString(layerAt(network, place)->name);
    const QString usual = layers.size() > 1 ? NetworkDocumentText::tr("Insert %n module(s)", nullptr,
                                                                      static_cast<int>(layers.size()))
                                            : NetworkDocumentText::tr("Insert %1").arg(name);
    return commit(std::move(network), text.isEmpty() ? usual : text, std::nullopt, rows);
}

NetworkDocument::Rows NetworkDocument::remove(const std::vector<SpecPlace>& places)
{
    std::vector<SpecPlace> gone = outermost(places);
    std::erase_if(gone, [this](const SpecPlace& place) { return layerAt(m_network, place) == nullptr; });
    if (gone.empty())
        return std::nullopt;
    NetworkSpec network = m_network;
    for (auto place = gone.rbegin(); place != gone.rend(); ++place)
        removeLayer(network, *place);
    const QString text = gone.size() > 1 ? NetworkDocumentText::tr("Remove %n module(s)", nullptr,
                                                                   static_cast<int>(gone.size()))
                                         : NetworkDocumentText::tr("Remove %1").arg(nameOf(gone.front()));
    Rows next;
    SpecPlace place = gone.front();
    if (layerAt(network, place) == nullptr && place.back() > 0)
        --place.back();
    if (layerAt(network, place) != nullptr)
        next = LayerRange{place, 1};
    else if (place.size() > 1)
        next = LayerRange{blockOf(place), 1};
    const Rows before = rangeOf(gone) ? rangeOf(gone) : Rows(LayerRange{gone.front(), 1});
    commit(std::move(network), text, before, next);
    return next;
}

NetworkDocument::Rows NetworkDocument::move(const LayerRange& rows, const SpecPlace& to)
{
    return move(rows.places(), to);
}

NetworkDocument::Rows NetworkDocument::move(const std::vector<SpecPlace>& wanted, const SpecPlace& to)
{
    const std::vector<SpecPlace> places = outermost(wanted);
    const Rows rows = rangeOf(places);
    const bool there = std::ranges::all_of(
        places, [this](const SpecPlace& place) { return layerAt(m_network, place) != nullptr; });
    if (places.empty() || !there || to.empty() || layersAt(m_network, blockOf(to)) == nullptr)
        return std::nullopt;
    if (std::ranges::any_of(places, [&](const SpecPlace& place) { return isInside(to, place); }))
        return std::nullopt;
    if (rows && blockOf(to) == blockOf(rows->first) && to.back() >= rows->first.back() &&
        to.back() <= rows->first.back() + rows->count)
        return std::nullopt;  // it is there
    NetworkSpec network = m_network;
    std::vector<LayerSpec> layers;
    for (const SpecPlace& place : places) {
        LayerSpec* layer = layerAt(network, place);
        layers.push_back(*layer);
        layer->name = std::string(kLeaves);
    }
    std::vector<LayerSpec>& target = *layersAt(network, blockOf(to));
    const std::size_t gap = std::min(to.back(), target.size());
    target.insert(target.begin() + static_cast<std::ptrdiff_t>(gap),
                  LayerSpec{std::string(kArrives), {}, {}, {}});
    eraseNamed(network.layers, kLeaves);
    const LayerRange moved{placeNamed(network.layers, kArrives), places.size()};
    removeLayer(network, moved.first);
    for (std::size_t i = 0; i < layers.size(); ++i)
        insertLayer(network, besides(moved.first, static_cast<int>(i)), std::move(layers[i]));
    const LayerRange before = rows.value_or(LayerRange{places.front(), 1});
    const QString text = places.size() > 1 ? NetworkDocumentText::tr("Move %n module(s)", nullptr,
                                                                     static_cast<int>(places.size()))
                                           : NetworkDocumentText::tr("Move %1").arg(nameOf(places.front()));
    return commit(std::move(network), text, before, moved);
}

NetworkDocument::Rows NetworkDocument::moveBy(const LayerRange& rows, int step)
{
    if (step < 0 && rows.first.back() == 0)
        return std::nullopt;
    if (step > 0 && layerAt(m_network, rows.behind()) == nullptr)
        return std::nullopt;
    return move(rows, step < 0 ? besides(rows.first, -1) : besides(rows.behind(), 1));
}

NetworkDocument::Rows NetworkDocument::moveOut(const LayerRange& rows)
{
    return rows.first.size() < 2 ? std::nullopt : move(rows, besides(blockOf(rows.first), 1));
}

NetworkDocument::Rows NetworkDocument::moveIn(const LayerRange& rows)
{
    if (rows.first.back() > 0) {
        SpecPlace place = besides(rows.first, -1);
        if (const LayerSpec* before = layerAt(m_network, place); isBlockLayer(before)) {
            place.push_back(before->children.size());
            return move(rows, place);
        }
    }
    SpecPlace place = rows.behind();
    if (!isBlockLayer(layerAt(m_network, place)))
        return std::nullopt;
    place.push_back(0);
    return move(rows, place);
}

NetworkDocument::Rows NetworkDocument::duplicate(const LayerRange& rows)
{
    if (!holds(rows))
        return std::nullopt;
    return insert(
        rows.behind(), layersIn(rows),
        aboutRows(rows, NetworkDocumentText::tr("Duplicate %1"),
                  NetworkDocumentText::tr("Duplicate %n module(s)", nullptr, static_cast<int>(rows.count))));
}

NetworkDocument::Rows NetworkDocument::wrap(const LayerRange& rows, const std::string& kind)
{
    if (!holds(rows))
        return std::nullopt;
    NetworkSpec network = m_network;
    LayerSpec block = newLayer(kind);
    block.children = layersIn(rows);
    for (std::size_t i = 0; i < rows.count; ++i)
        removeLayer(network, rows.first);
    insertLayer(network, rows.first, std::move(block));
    const QString blockKind = QString::fromStdString(kind);
    return commit(
        std::move(network),
        aboutRows(rows, NetworkDocumentText::tr("Wrap %1 in %2").arg(u"%1"_s, blockKind),
                  NetworkDocumentText::tr("Wrap %n module(s) in %1", nullptr, static_cast<int>(rows.count))
                      .arg(blockKind)),
        rows, LayerRange{rows.first, 1});
}

NetworkDocument::Rows NetworkDocument::unwrap(const SpecPlace& block)
{
    const LayerSpec* layer = layerAt(m_network, block);
    if (!isBlockLayer(layer))
        return std::nullopt;
    const std::vector<LayerSpec> children = layer->children;
    const QString text = NetworkDocumentText::tr("Unwrap %1").arg(nameOf(block));
    NetworkSpec network = m_network;
    removeLayer(network, block);
    for (std::size_t i = 0; i < children.size(); ++i)
        insertLayer(network, besides(block, static_cast<int>(i)), children[i]);
    const Rows inside = children.empty() ? Rows() : Rows(LayerRange{block, children.size()});
    return commit(std::move(network), text, LayerRange{block, 1}, inside);
}

bool NetworkDocument::rename(const SpecPlace& place, const std::string& name)
{
    NetworkSpec network = m_network;
    LayerSpec* layer = layerAt(network, place);
    if (layer == nullptr || layer->name == name)
        return false;
    const QString text =
        NetworkDocumentText::tr("Rename %1 to %2").arg(nameOf(place), QString::fromStdString(name));
    layer->name = name;
    return commit(std::move(network), text, LayerRange{place, 1}, LayerRange{place, 1}).has_value();
}

bool NetworkDocument::setOption(const SpecPlace& place, const std::string& option, const OptionValue& value)
{
    NetworkSpec network = m_network;
    LayerSpec* layer = layerAt(network, place);
    if (layer == nullptr)
        return false;
    layer->options[option] = value;
    const KindInfo* kind = kindNamed(layer->kind);
    const KindOption* known = kind == nullptr ? nullptr : kind->option(option);
    if (known != nullptr && known->usual && !optionProblem(*layer, *known) && isUsual(*layer, *known))
        layer->options.erase(option);
    const QString key = QString::fromStdString(option) + u'@' + nameOf(place) + u'@' +
                        QString::number(place.size()) + u'@' + QString::number(place.back());
    const QString text =
        NetworkDocumentText::tr("Change %1 of %2").arg(QString::fromStdString(option), nameOf(place));
    const LayerRange rows{place, 1};
    return commit(std::move(network), text, rows, rows, key).has_value();
}

bool NetworkDocument::replace(NetworkSpec network, const QString& text)
{
    if (network == m_network)
        return false;
    commit(std::move(network), text, std::nullopt, std::nullopt);
    return true;
}

NetworkDocument::Rows NetworkDocument::step(std::vector<Step>& from, std::vector<Step>& to)
{
    seal();
    if (from.empty())
        return std::nullopt;
    Step step = std::move(from.back());
    from.pop_back();
    std::swap(step.network, m_network);
    std::swap(step.rows, m_rows);
    to.push_back(std::move(step));
    return m_rows && holds(*m_rows) ? m_rows : std::nullopt;
}

NetworkDocument::Rows NetworkDocument::undo()
{
    return step(m_past, m_future);
}

NetworkDocument::Rows NetworkDocument::redo()
{
    return step(m_future, m_past);
}

}  // namespace glyphscope
