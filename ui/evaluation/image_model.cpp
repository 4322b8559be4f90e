// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/image_model.h"

#include "ui/evaluation/evaluation_text.h"

#include <algorithm>

namespace glyphscope {

ImageModel::ImageModel(QObject* parent) : QAbstractListModel(parent)
{
}

void ImageModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation,
                               std::shared_ptr<const Dataset> images)
{
    beginResetModel();
    m_evaluation = std::move(evaluation);
    m_images = std::move(images);
    m_order = chosenImages(*m_evaluation, *m_images, m_choice);
    endResetModel();
}

void ImageModel::setClassNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ImageModel::setChoice(const ImageChoice& choice)
{
    if (choice == m_choice)
        return;
    beginResetModel();
    m_choice = choice;
    m_order = chosenImages(*m_evaluation, *m_images, m_choice);
    endResetModel();
}

Glyph ImageModel::glyphOf(int image) const
{
    Glyph glyph{};
    const auto first = m_images->images.begin() + std::ptrdiff_t{image} * kGlyphPixels;
    std::copy_n(first, kGlyphPixels, glyph.begin());
    return glyph;
}

int ImageModel::truthOf(int image) const
{
    return m_images->labels[static_cast<std::size_t>(image)];
}

QModelIndex ImageModel::indexOf(int image) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), image);
    return found == m_order.end() ? QModelIndex() : index(static_cast<int>(found - m_order.begin()));
}

int ImageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant ImageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int image = m_order[static_cast<std::size_t>(index.row())];
    const auto place = static_cast<std::size_t>(image);
    switch (role) {
    case IndexRole:
        return image;
    case TruthRole:
        return static_cast<int>(m_images->labels[place]);
    case AnswerRole:
        return static_cast<int>(m_evaluation->answers[place]);
    case ConfidenceRole:
        return m_evaluation->confidence[place];
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return imageText(*m_evaluation, *m_images, image, m_names);
    default:
        return {};
    }
}

}  // namespace glyphscope
