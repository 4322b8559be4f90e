// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evaluation/image_choice.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>

#include <memory>

namespace glyphscope {

/// The chosen images of an evaluation, in the order asked for.
class ImageModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IndexRole = Qt::UserRole, TruthRole, AnswerRole, ConfidenceRole };

    explicit ImageModel(QObject* parent = nullptr);

    /// Neither is null; they belong together.
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation, std::shared_ptr<const Dataset> images);
    void setClassNames(const QStringList& names);
    void setChoice(const ImageChoice& choice);

    [[nodiscard]] const ImageChoice& choice() const { return m_choice; }
    [[nodiscard]] const QStringList& classNames() const { return m_names; }
    [[nodiscard]] Glyph glyphOf(int image) const;  ///< by its place in the data
    [[nodiscard]] int truthOf(int image) const;
    [[nodiscard]] QModelIndex indexOf(int image) const;  ///< invalid where it is not among the chosen
    /// Whether `images` are not those that were there before.
    [[nodiscard]] bool holds(const Dataset& images) const { return m_images.get() == &images; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const Evaluation> m_evaluation = std::make_shared<Evaluation>();
    std::shared_ptr<const Dataset> m_images = std::make_shared<Dataset>();
    QStringList m_names;
    ImageChoice m_choice;
    std::vector<int> m_order;
};

}  // namespace glyphscope
