// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/network_row_model.h"

#include "ui/build/network_document.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QIODevice>
#include <QtCore/QMimeData>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

bool sameShapeOfTree(const std::vector<NetworkRow>& one, const std::vector<NetworkRow>& other)
{
    return std::ranges::equal(one, other, [](const NetworkRow& a, const NetworkRow& b) {
        return a.place == b.place && a.layer.kind == b.layer.kind && a.layer.name == b.layer.name;
    });
}

QByteArray encodedPlaces(const std::vector<SpecPlace>& places)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const SpecPlace& place : places) {
        QList<quint32> numbers;
        for (const std::size_t number : place)
            numbers += static_cast<quint32>(number);
        stream << numbers;
    }
    return bytes;
}

std::vector<SpecPlace> decodedPlaces(const QByteArray& bytes)
{
    std::vector<SpecPlace> places;
    QDataStream stream(bytes);
    while (!stream.atEnd()) {
        QList<quint32> numbers;
        stream >> numbers;
        places.emplace_back(numbers.begin(), numbers.end());
    }
    return places;
}

}  // namespace

QString kindMimeType()
{
    return u"application/x-glyphscope-kind"_s;
}

void NetworkRowModel::setRows(std::vector<NetworkRow> rows)
{
    if (sameShapeOfTree(rows, m_rows)) {
        m_rows = std::move(rows);
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const QModelIndex changedRow = indexOfRow(static_cast<int>(i));
            Q_EMIT dataChanged(changedRow, changedRow);
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_outermost.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].parent < 0)
            m_outermost.push_back(static_cast<int>(i));
    endResetModel();
}

void NetworkRowModel::setPictures(QHash<QString, QImage> pictures, bool untrained)
{
    m_untrained = untrained;
    m_pictures = std::move(pictures);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QModelIndex changedRow = indexOfRow(static_cast<int>(i));
        Q_EMIT dataChanged(changedRow, changedRow, {PictureRole});
    }
}

const NetworkRow* NetworkRowModel::rowOf(const QModelIndex& index) const
{
    const auto at = static_cast<std::size_t>(index.internalId());
    return index.isValid() && at < m_rows.size() ? &m_rows[at] : nullptr;
}

const std::vector<int>& NetworkRowModel::childrenOf(const QModelIndex& parent) const
{
    const NetworkRow* row = rowOf(parent);
    return row == nullptr ? m_outermost : row->children;
}

QModelIndex NetworkRowModel::indexOfRow(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return {};
    const auto at = static_cast<std::size_t>(row);
    return createIndex(static_cast<int>(m_rows[at].place.back()), 0, static_cast<quintptr>(at));
}

QModelIndex NetworkRowModel::indexOf(const SpecPlace& place) const
{
    return indexOfRow(rowAt(m_rows, place));
}

QModelIndex NetworkRowModel::index(int row, int column, const QModelIndex& parent) const
{
    const std::vector<int>& children = childrenOf(parent);
    if (row < 0 || row >= static_cast<int>(children.size()) || column != 0)
        return {};
    return createIndex(row, 0, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex NetworkRowModel::parent(const QModelIndex& index) const
{
    const NetworkRow* row = rowOf(index);
    return row == nullptr ? QModelIndex() : indexOfRow(row->parent);
}

int NetworkRowModel::rowCount(const QModelIndex& parent) const
{
    return static_cast<int>(childrenOf(parent).size());
}

int NetworkRowModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QString NetworkRowModel::tip(const NetworkRow& row) const
{
    const QString name = QString::fromStdString(row.path.empty() ? row.layer.name : row.path);
    QStringList lines{u"%1: %2"_s.arg(name, QString::fromStdString(row.text))};
    if (!row.isKnown()) {
        lines << tr("What comes out of it is not known until what is before it fits.");
        return lines.join(u'\n');
    }
    lines << tr("Input %1, output %2").arg(shapeText(row.inputShape), shapeText(row.outputShape));
    lines << tr("%1 parameters, %2 multiply-adds and %3 of outputs for one image")
                 .arg(countText(row.parameters), countText(row.multiplyAdds), memoryText(row.outputBytes));
    if (m_untrained && m_pictures.contains(QString::fromStdString(row.path)))
        lines << tr("The picture is made with weights that are not trained together yet.");
    if (row.copies > 1)
        lines << tr("It is in the network %n time(s); the numbers are those of all of them.", nullptr,
                    row.copies);
    return lines.join(u'\n');
}

QString NetworkRowModel::spoken(const NetworkRow& row) const
{
    QStringList parts{QString::fromStdString(row.layer.name), QString::fromStdString(row.text)};
    if (row.mark != RowMark::None)
        parts << (row.mark == RowMark::Problem ? tr("does not fit") : tr("has a warning"));
    if (row.isKnown())
        parts << tr("output %1").arg(shapeText(row.outputShape))
              << tr("%1 parameters").arg(countText(row.parameters));
    return listText(parts);
}

QVariant NetworkRowModel::data(const QModelIndex& index, int role) const
{
    const NetworkRow* row = rowOf(index);
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return QString::fromStdString(row->layer.name);
    case Qt::ToolTipRole:
        return tip(*row);
    case Qt::AccessibleTextRole:
        return spoken(*row);
    case PictureRole:
        return m_pictures.value(QString::fromStdString(row->path));
    case UntrainedRole:
        return m_untrained;
    default:
        return {};
    }
}

bool NetworkRowModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const NetworkRow* row = rowOf(index);
    if (row == nullptr || role != Qt::EditRole)
        return false;
    Q_EMIT renameWanted(row->place, value.toString().trimmed());
    return true;
}

Qt::ItemFlags NetworkRowModel::flags(const QModelIndex& index) const
{
    const NetworkRow* row = rowOf(index);
    if (row == nullptr)
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags usual =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsEditable;
    return row->isBlock() ? usual | Qt::ItemIsDropEnabled : usual;
}

Qt::DropActions NetworkRowModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

/// Rows are dropped on their own list only; those of another window come by the clipboard.
QString NetworkRowModel::mimeType() const
{
    return u"application/x-glyphscope-layers-%1-%2"_s.arg(QCoreApplication::applicationPid())
        .arg(reinterpret_cast<quintptr>(this), 0, 16);
}

QStringList NetworkRowModel::mimeTypes() const
{
    return {mimeType(), kindMimeType()};
}

QMimeData* NetworkRowModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<SpecPlace> places;
    for (const QModelIndex& index : indexes)
        if (const NetworkRow* row = rowOf(index))
            places.push_back(row->place);
    if (places.empty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(mimeType(), encodedPlaces(outermost(std::move(places))));
    return data;
}

bool NetworkRowModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                   const QModelIndex& parent)
{
    const NetworkRow* block = rowOf(parent);
    SpecPlace to = block == nullptr ? SpecPlace() : block->place;
    to.push_back(static_cast<std::size_t>(row >= 0 ? row : rowCount(parent)));
    if (data->hasFormat(mimeType()))
        Q_EMIT moveWanted(decodedPlaces(data->data(mimeType())), to);
    else if (data->hasFormat(kindMimeType()))
        Q_EMIT insertWanted(QString::fromUtf8(data->data(kindMimeType())), to);
    return false;  // the rows move when the new order comes back; the view must not remove any
}

}  // namespace glyphscope
