// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"
#include "ui/evaluation/image_choice.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace glyphscope {

class ImageGallery;
class ImageModel;

/// The images behind the numbers: those of one cell of the confusion matrix, or the errors.
class ImagePage : public QWidget {
    Q_OBJECT

public:
    explicit ImagePage(QWidget* parent = nullptr);

    /// Neither is null. Selection and scrolling stay where they are.
    void setEvaluation(const std::shared_ptr<const Evaluation>& evaluation,
                       const std::shared_ptr<const Dataset>& images);
    /// One for each class of the evaluation.
    void setClassNames(const QStringList& names);
    /// Quiet. The order stays.
    void choose(std::optional<int> truth, std::optional<int> answer);
    [[nodiscard]] const ImageChoice& choice() const;
    void focusImages();

Q_SIGNALS:
    /// The user chose other images here.
    void choiceChanged();
    void imageChosen(int index, const glyphscope::Glyph& glyph, int truth);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeFilters();
    [[nodiscard]] QComboBox* makeCombo(const QString& name, const QString& accessible, QWidget* parent);
    void readFilters();
    void setChoice(const ImageChoice& choice);
    void showState();

    ImageModel* m_model;
    ImageGallery* m_gallery;
    QLabel* m_title = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_all = nullptr;
    QComboBox* m_truth = nullptr;
    QComboBox* m_answer = nullptr;
    QComboBox* m_order = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_nothing = nullptr;
    bool m_known = true;  // how each image was read
};

}  // namespace glyphscope
