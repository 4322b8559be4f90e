// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml_contexts.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostInherited = 1000;
constexpr std::size_t kMostContexts = 10'000;

QString valueOf(const QXmlStreamAttributes& attributes, QLatin1StringView name)
{
    return attributes.value(name).toString();
}

std::string shownRef(const QString& reference)
{
    return shownText(reference.toStdString());
}

/// What a reference names among those that were read.
template <typename Value>
std::optional<Value> referred(const QHash<QString, Value>& known, const QString& reference)
{
    if (reference.isEmpty() || reference.startsWith("#Default"_L1))  // names that the format itself has
        return std::nullopt;
    const auto found = known.find(inkmlTarget(reference));
    if (found == known.end())
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is referred to, and is not in this file"),
                    shownRef(reference));
    return *found;
}

/// Keeps what was read under its id, if it has one.
template <typename Value>
void keep(QHash<QString, Value>& known, const QString& id, const Value& value)
{
    if (!id.isEmpty())
        known.insert(id, value);
}

}  // namespace

QString inkmlId(const QXmlStreamAttributes& attributes)
{
    const auto xmlId = attributes.value("http://www.w3.org/XML/1998/namespace"_L1, "id"_L1);
    return (xmlId.isEmpty() ? attributes.value("id"_L1) : xmlId).toString();
}

QString inkmlTarget(const QString& reference)
{
    return reference.startsWith(u'#') ? reference.mid(1) : reference;
}

InkmlContexts::InkmlContexts() : m_contexts(1)
{
}

bool InkmlContexts::start(QStringView element, const QXmlStreamAttributes& attributes, bool defining)
{
    m_defining = defining;
    if (element == "context"_L1)
        startContext(attributes);
    else if (element == "traceFormat"_L1)
        startFormat(attributes);
    else if (element == "intermittentChannels"_L1 && m_format)
        m_format->inIntermittent = true;
    else if (element == "channel"_L1 && m_format)
        addChannel(attributes);
    else if (element == "channelProperty"_L1 && m_source)
        addProperty(attributes);
    else if (element == "mapping"_L1)
        startMapping(attributes);
    else if (element == "bind"_L1 && m_mapping)
        addBind(attributes);
    else if (element == "brush"_L1 && m_context)
        m_context->brush = inkmlId(attributes);
    else
        startWithId(element, attributes);
    return element == "affine"_L1;
}

void InkmlContexts::startWithId(QStringView element, const QXmlStreamAttributes& attributes)
{
    if (element == "inkSource"_L1) {
        m_source.emplace();
        m_sourceId = inkmlId(attributes);
        m_source->format = referred(m_formats, valueOf(attributes, "traceFormatRef"_L1));
    } else if (element == "canvas"_L1) {
        m_inCanvas = true;
        m_canvas = referred(m_formats, valueOf(attributes, "traceFormatRef"_L1)).value_or(Format{});
        m_canvasId = inkmlId(attributes);
    } else if (element == "canvasTransform"_L1) {
        m_transform.emplace();
        m_transformId = inkmlId(attributes);
    }
}

void InkmlContexts::startContext(const QXmlStreamAttributes& attributes)
{
    if (m_contexts.size() > kMostContexts)
        throw Error(GLYPHSCOPE_TEXT("Files", "more than %1 contexts"), kMostContexts);
    m_contextId = inkmlId(attributes);
    m_context.emplace();
    m_context->formatRef = valueOf(attributes, "traceFormatRef"_L1);
    m_context->sourceRef = valueOf(attributes, "inkSourceRef"_L1);
    m_context->canvasRef = valueOf(attributes, "canvasRef"_L1);
    m_context->transformRef = valueOf(attributes, "canvasTransformRef"_L1);
    m_context->parentRef = valueOf(attributes, "contextRef"_L1);
    m_context->brush = inkmlTarget(valueOf(attributes, "brushRef"_L1));
    m_context->parent = m_defining ? 0 : m_current;
    m_context->defined = m_defining;
}

void InkmlContexts::startFormat(const QXmlStreamAttributes& attributes)
{
    m_format = Format{};
    m_formatId = inkmlId(attributes);
}

void InkmlContexts::addChannel(const QXmlStreamAttributes& attributes)
{
    const QString name = valueOf(attributes, "name"_L1);
    (m_format->inIntermittent ? m_format->intermittent : m_format->regular).append(name);
    if (name != "X"_L1 && name != "Y"_L1)
        return;
    Axis& axis = name == "X"_L1 ? m_format->x : m_format->y;
    axis.units = valueOf(attributes, "units"_L1);
    axis.reversed = valueOf(attributes, "orientation"_L1).trimmed() == "-ve"_L1;
}

void InkmlContexts::addProperty(const QXmlStreamAttributes& attributes)
{
    if (valueOf(attributes, "name"_L1) != "resolution"_L1)
        return;
    const double resolution =
        inkmlResolution(valueOf(attributes, "value"_L1), valueOf(attributes, "units"_L1));
    const QString channel = valueOf(attributes, "channel"_L1);
    if (channel == "X"_L1)
        m_source->xResolution = resolution;
    else if (channel == "Y"_L1)
        m_source->yResolution = resolution;
}

void InkmlContexts::startMapping(const QXmlStreamAttributes& attributes)
{
    m_mappingId = inkmlId(attributes);
    m_mapping = referred(m_mappings, valueOf(attributes, "mappingRef"_L1)).value_or(Mapping{});
    if (const QString type = valueOf(attributes, "type"_L1).trimmed(); !type.isEmpty())
        m_mapping->type = type;
}

void InkmlContexts::addBind(const QXmlStreamAttributes& attributes)
{
    if (const QString source = valueOf(attributes, "source"_L1); !source.isEmpty())
        m_mapping->sources.append(source);
    if (const QString target = valueOf(attributes, "target"_L1); !target.isEmpty())
        m_mapping->targets.append(target);
}

void InkmlContexts::setAffine(const QString& text)
{
    if (!m_mapping || !m_transform)  // that of a channel says how the device made the numbers
        return;
    const QStringList both{u"X"_s, u"Y"_s};
    m_mapping->affine = inkmlAffine(text, m_mapping->sources.isEmpty() ? both : m_mapping->sources,
                                    m_mapping->targets.isEmpty() ? both : m_mapping->targets);
}

void InkmlContexts::end(QStringView element)
{
    if (element == "traceFormat"_L1 && m_format) {
        endFormat();
    } else if (element == "intermittentChannels"_L1 && m_format) {
        m_format->inIntermittent = false;
    } else if (element == "inkSource"_L1 && m_source) {
        keep(m_sources, m_sourceId, *m_source);
        owner().source = std::exchange(m_source, std::nullopt);
    } else if (element == "canvas"_L1 && m_canvas) {
        keep(m_canvases, m_canvasId, *m_canvas);
        m_inCanvas = false;
        owner().canvas = std::exchange(m_canvas, std::nullopt);
    } else if (element == "canvasTransform"_L1 && m_transform) {
        keep(m_transforms, m_transformId, *m_transform);
        owner().transform = std::exchange(m_transform, std::nullopt);
    } else if (element == "mapping"_L1 && m_mapping) {
        endMapping();
    } else if (element == "context"_L1 && m_context) {
        endContext();
    }
}

void InkmlContexts::endFormat()
{
    Format format = *std::exchange(m_format, std::nullopt);
    const QStringList all = format.regular + format.intermittent;
    if (!all.isEmpty() && !m_inCanvas && (!all.contains("X"_L1) || !all.contains("Y"_L1)))
        throw Error(GLYPHSCOPE_TEXT(
            "Files", "a trace format without the channels X and Y. Export the ink with both."));
    keep(m_formats, m_formatId, format);
    if (m_inCanvas)
        m_canvas = std::move(format);
    else if (m_source)
        m_source->format = std::move(format);
    else
        owner().format = std::move(format);
}

/// Of a canvas' two mappings the first leads to it.
void InkmlContexts::endMapping()
{
    const Mapping mapping = *std::exchange(m_mapping, std::nullopt);
    keep(m_mappings, m_mappingId, mapping);
    if (!m_transform || m_transform->mapped)
        return;
    m_transform->mapped = true;
    if (mapping.type == "affine"_L1 && mapping.affine)
        m_transform->affine = mapping.affine;
    else if (mapping.type != "identity"_L1)
        m_transform->unread = mapping.type.isEmpty() ? u"?"_s : mapping.type;
}

void InkmlContexts::endContext()
{
    const int number = static_cast<int>(m_contexts.size());
    if (!m_contextId.isEmpty())
        m_ids.insert(m_contextId, number);
    if (!m_context->defined)
        m_current = number;
    m_contexts.push_back(*std::exchange(m_context, std::nullopt));
}

/// What an element that ends belongs to: the context around it, or what applies from here on.
InkmlContexts::Context& InkmlContexts::owner()
{
    if (m_context)
        return *m_context;
    Context context;
    context.defined = m_defining;
    context.bare = true;
    context.parent = m_defining ? 0 : m_current;
    if (!m_defining)
        m_current = static_cast<int>(m_contexts.size());
    m_contexts.push_back(context);
    return m_contexts.back();
}

/// A file that defines a single context, and never says where it applies, means it.
int InkmlContexts::defaultContext()
{
    if (m_default)
        return *m_default;
    const auto only = [this](bool bare) {
        int found = 0;
        for (std::size_t i = 1; i < m_contexts.size(); ++i) {
            const Context& context = m_contexts[i];
            const bool candidate = context.defined && context.bare == bare && !context.canvas;
            if (candidate && found != 0)
                return -1;
            found = candidate ? static_cast<int>(i) : found;
        }
        return found;
    };
    const int context = only(false);
    m_default = std::max(0, context == 0 ? only(true) : context);
    return *m_default;
}

int InkmlContexts::contextOf(const QString& reference) const
{
    const QString id = inkmlTarget(reference);
    const auto found = m_ids.find(id);
    if (found != m_ids.end())
        return *found;
    if (id == "DefaultContext"_L1)
        return 0;
    throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is referred to, and is not in this file"),
                shownRef(reference));
}

/// Puts what `from` says into where nothing is said yet.
void InkmlContexts::fill(Context& result, const Context& from) const
{
    const std::optional<Source> source = from.source ? from.source : referred(m_sources, from.sourceRef);
    if (!result.format)
        result.format = from.format ? from.format : referred(m_formats, from.formatRef);
    if (!result.format && source)
        result.format = source->format;
    if (!result.source)
        result.source = source;
    if (!result.canvas)
        result.canvas = from.canvas ? from.canvas : referred(m_canvases, from.canvasRef);
    if (!result.transform)
        result.transform = from.transform ? from.transform : referred(m_transforms, from.transformRef);
    if (result.brush.isEmpty())
        result.brush = from.brush;
}

InkmlContexts::Context InkmlContexts::resolved(int context) const
{
    Context result;
    for (int hops = 0; hops < kMostInherited; ++hops) {
        const Context& from = m_contexts[static_cast<std::size_t>(context)];
        fill(result, from);
        if (context == 0)
            return result;
        context = from.parentRef.isEmpty() ? from.parent : contextOf(from.parentRef);
    }
    throw Error(GLYPHSCOPE_TEXT(
        "Files", "contexts that build on each other in a circle, or more than a thousand deep"));
}

const InkmlReading& InkmlContexts::reading(const QString& reference, int current)
{
    const int context = !reference.isEmpty() ? contextOf(reference)
                        : current > 0        ? current
                                             : defaultContext();
    const auto known = m_readings.find(context);
    if (known != m_readings.end())
        return *known;
    return *m_readings.insert(context, readingOf(resolved(context)));
}

InkmlReading InkmlContexts::readingOf(const Context& context)
{
    InkmlReading reading;
    reading.brush = context.brush;
    const Format format = context.format.value_or(Format{});
    const QStringList all = format.regular + format.intermittent;
    if (!all.isEmpty())
        reading.columns = {static_cast<int>(all.indexOf("X"_L1)), static_cast<int>(all.indexOf("Y"_L1)),
                           static_cast<int>(format.regular.size()),
                           static_cast<int>(format.intermittent.size())};
    reading.place = placeOf(context, format);
    return reading;
}

InkmlAffine InkmlContexts::placeOf(const Context& context, const Format& format)
{
    const Transform transform = context.transform.value_or(Transform{});
    if (!transform.unread.isEmpty())
        throw Error(GLYPHSCOPE_TEXT("Files",
                                    "a canvasTransform by a mapping of the type \"%1\", of which only "
                                    "identity and affine are read. Export the ink without it."),
                    shownRef(transform.unread));
    const bool onCanvas = transform.affine.has_value();
    const Format measured = onCanvas ? context.canvas.value_or(Format{}) : format;
    const Source source = onCanvas ? Source{} : context.source.value_or(Source{});
    const double x = source.xResolution > 0 ? source.xResolution : inkmlUnitsPerInch(measured.x.units);
    const double y = source.yResolution > 0 ? source.yResolution : inkmlUnitsPerInch(measured.y.units);
    const bool known = x > 0 && y > 0;
    if (known && m_reference == 0)
        m_reference = x;
    const double toRight = known ? m_reference / x : 1;
    const double downwards = known ? m_reference / y : 1;
    return transform.affine.value_or(InkmlAffine{})
        .scaled(measured.x.reversed ? -toRight : toRight, measured.y.reversed ? -downwards : downwards);
}

}  // namespace glyphscope
