// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <QtWidgets/QWidget>

#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace glyphscope {

/// The recipe, its epochs, what it does in a line, the way back to it once something was changed, and the way
/// to what was changed in the course of the last run.
class RecipeBar : public QWidget {
    Q_OBJECT

public:
    explicit RecipeBar(QWidget* parent = nullptr);

    void setRecipes(const std::vector<TrainOptions>& recipes);
    [[nodiscard]] const std::vector<TrainOptions>& recipes() const { return m_recipes; }
    /// The recipe of that name, or of which it is a change; nullptr if there is none.
    [[nodiscard]] const TrainOptions* recipe(const std::string& name) const;

    void showOptions(const TrainOptions& options);  ///< quiet
    void setRunning(bool running);
    /// What its fields are at least, with the recipe's caption.
    [[nodiscard]] int leastWidth() const;
    [[nodiscard]] int captionWidth() const;
    void setCaptionShown(bool shown);
    /// Offers the values that the last run was changed to for the next one, named so; empty: none.
    void offerChanged(const QString& values);
    void setMoreOpen(bool open);
    [[nodiscard]] bool isMoreOpen() const;

Q_SIGNALS:
    void recipeChosen(const glyphscope::TrainOptions& recipe);
    void epochsChosen(int epochs);
    void changedWanted();  ///< what offerChanged() offers
    void moreToggled(bool open);

private:
    void buildFields();
    void buildSummary();
    void choose(int index);
    void goBack();

    std::vector<TrainOptions> m_recipes;
    TrainOptions m_options;
    QComboBox* m_recipe;
    QLabel* m_caption = nullptr;
    QHBoxLayout* m_fields = nullptr;
    QSpinBox* m_epochs;
    QToolButton* m_more;
    QLabel* m_summary;
    QToolButton* m_back;
    QToolButton* m_changed;
};

}  // namespace glyphscope
