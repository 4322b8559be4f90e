// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/layer_clipboard.h"

#include "model/spec/spec_json.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

const QString kLayersMimeType = u"application/x-glyphscope-copied-layers"_s;

}  // namespace

void copyLayers(const NetworkSpec& network, std::vector<LayerSpec> layers)
{
    NetworkSpec part = network;
    part.layers = std::move(layers);
    const QByteArray json = QByteArray::fromStdString(encodeSpec(part));
    auto* data = new QMimeData;
    data->setText(QString::fromUtf8(json));
    data->setData(kLayersMimeType, json);
    QGuiApplication::clipboard()->setMimeData(data);
}

Pasted pastedFrom(const QMimeData& data)
{
    const MessageArgument place(Message(GLYPHSCOPE_TEXT("Spec", "What is on the clipboard")));
    if (data.hasFormat(kLayersMimeType))
        return PastedLayers{readSpec(data.data(kLayersMimeType).toStdString(), place).layers};
    const QString text = data.text();
    if (text.trimmed().startsWith(u'{'))
        return readSpec(text.toStdString(), place);
    return text;
}

}  // namespace glyphscope
