// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/inkml_contexts.h"
#include "model/types/labelled_drawing.h"
#include "model/types/message.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <functional>
#include <string>
#include <vector>

namespace glyphscope {

/// A trace, traceGroup or traceView as it stands in a document.
struct InkmlNode {
    enum class Kind { Group, Trace, View } kind = Kind::Group;
    int parent = 0;
    bool defined = false;  ///< in <definitions>: ink only where a view shows it
    std::vector<int> children;
    std::string truth;
    std::string id;  ///< an annotation's, not the element's
    qint64 line = 0;
    qint64 column = 0;
    int content = 0;  ///< which of the document's traces or views
};

/// A trace's own.
struct InkmlTrace {
    QByteArray text;
    QString context;  ///< its own or its groups', as written
    int current = 0;  ///< context where it stands
    QString brush;
    QString prior;  ///< of which it is the continuation
    bool ink = true;
};

/// A traceView's own, as written.
struct InkmlView {
    QString target;
    QString from;
    QString to;
};

/// A document as it was read; the first node is the document itself.
struct InkmlDocument {
    std::vector<InkmlNode> nodes{1};
    std::vector<InkmlTrace> traces;
    std::vector<InkmlView> views;
    QHash<QString, int> ids;  ///< of nodes
    QHash<QString, double> pens;
    InkmlContexts contexts;
};

/// The drawings of a document, as readInkml() says. `fail` throws what is wrong with a node.
[[nodiscard]] std::vector<LabelledDrawing>
inkmlDrawings(InkmlDocument& document, const std::function<void(const InkmlNode&, const Message&)>& fail);

}  // namespace glyphscope
