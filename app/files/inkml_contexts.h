// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/inkml_scale.h"
#include "app/files/trace_text.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QXmlStreamAttributes>

#include <optional>
#include <vector>

namespace glyphscope {

/// The xml:id of an element; files in use write it as a plain id, too.
[[nodiscard]] QString inkmlId(const QXmlStreamAttributes& attributes);

/// The id that a reference names, with or without its "#".
[[nodiscard]] QString inkmlTarget(const QString& reference);

/// What a trace's numbers mean in its context.
struct InkmlReading {
    TraceFormat columns;
    InkmlAffine place;  ///< to the drawing, whose Y grows downwards
    QString brush;      ///< for traces that name none
};

/// A channel X or Y.
struct InkmlAxis {
    QString units;
    bool reversed = false;
};

/// A <traceFormat>.
struct InkmlFormat {
    QStringList regular;
    QStringList intermittent;
    InkmlAxis x;
    InkmlAxis y;
    bool inIntermittent = false;
};

/// An <inkSource>.
struct InkmlSource {
    std::optional<InkmlFormat> format;
    double xResolution = 0;  // numbers an inch; 0 while unknown
    double yResolution = 0;
};

/// A <canvasTransform>.
struct InkmlTransform {
    std::optional<InkmlAffine> affine;
    QString unread;  // its type, if that is not read
    bool mapped = false;
};

/// A <mapping>.
struct InkmlMapping {
    QString type;
    QStringList sources;
    QStringList targets;
    std::optional<InkmlAffine> affine;
};

/// A <context>: what it says itself, and what it refers to.
struct InkmlContext {
    std::optional<InkmlFormat> format;
    std::optional<InkmlSource> source;
    std::optional<InkmlFormat> canvas;
    std::optional<InkmlTransform> transform;
    QString formatRef;
    QString sourceRef;
    QString canvasRef;
    QString transformRef;
    QString parentRef;
    QString brush;
    int parent = 0;  // used if parentRef is empty
    bool defined = false;
    bool bare = false;  // no <context>, but what stands outside of any
};

/// The trace formats, ink sources, canvases and contexts of a document (W3C InkML 2011, 3, 4 and 6), as they
/// come element by element, and what follows from them for a trace.
/// - Every context has numbers of its own; those of a known resolution, or else of known units, are scaled to
///   the first such context that is read. Those of none are left as they are.
/// - X grows to the right and Y downwards unless a channel says orientation="-ve".
/// - An affine canvasTransform is applied to the numbers, whose source's scale and orientation then do not
///   count.
/// Throws Error, without a place.
class InkmlContexts {
public:
    InkmlContexts();

    /// `defining` inside <definitions>, where nothing applies until it is referred to. Gives whether this is
    /// an <affine>, whose text setAffine() takes.
    bool start(QStringView element, const QXmlStreamAttributes& attributes, bool defining);
    void end(QStringView element);
    void setAffine(const QString& text);

    /// The context that applies to a trace here, if it names none.
    [[nodiscard]] int current() const { return m_current; }
    /// Of the context that is referred to, or else of the `current` one. May be asked once all is read.
    [[nodiscard]] const InkmlReading& reading(const QString& reference, int current);

private:
    using Axis = InkmlAxis;
    using Format = InkmlFormat;
    using Source = InkmlSource;
    using Transform = InkmlTransform;
    using Mapping = InkmlMapping;
    using Context = InkmlContext;

    void startContext(const QXmlStreamAttributes& attributes);
    void startMapping(const QXmlStreamAttributes& attributes);
    void startFormat(const QXmlStreamAttributes& attributes);
    void addChannel(const QXmlStreamAttributes& attributes);
    void addProperty(const QXmlStreamAttributes& attributes);
    void addBind(const QXmlStreamAttributes& attributes);
    void startWithId(QStringView element, const QXmlStreamAttributes& attributes);
    void endFormat();
    void endMapping();
    void endContext();
    Context& owner();
    [[nodiscard]] int defaultContext();
    [[nodiscard]] int contextOf(const QString& reference) const;
    [[nodiscard]] Context resolved(int context) const;
    void fill(Context& result, const Context& from) const;
    [[nodiscard]] InkmlReading readingOf(const Context& context);
    [[nodiscard]] InkmlAffine placeOf(const Context& context, const Format& format);

    // open elements
    bool m_defining = false;
    std::optional<Format> m_format;
    std::optional<Source> m_source;
    std::optional<Format> m_canvas;
    std::optional<Transform> m_transform;
    std::optional<Mapping> m_mapping;
    std::optional<Context> m_context;
    QString m_formatId;
    QString m_sourceId;
    QString m_canvasId;
    QString m_transformId;
    QString m_mappingId;
    QString m_contextId;
    bool m_inCanvas = false;

    QHash<QString, Format> m_formats;
    QHash<QString, Source> m_sources;
    QHash<QString, Format> m_canvases;
    QHash<QString, Transform> m_transforms;
    QHash<QString, Mapping> m_mappings;
    QHash<QString, int> m_ids;  // of contexts
    std::vector<Context> m_contexts;
    int m_current = 0;
    std::optional<int> m_default;  // once it was looked for
    double m_reference = 0;        // numbers an inch of the first context that is read
    QHash<int, InkmlReading> m_readings;
};

}  // namespace glyphscope
