// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/train_options.h"
#include "ui/training/data_sources.h"

#include <QtCore/QStringList>
#include <QtWidgets/QFrame>

#include <optional>
#include <vector>

class QCheckBox;

namespace glyphscope {

class DataPicker;
class HabitSwitches;
class OptionForm;
class RecipeBar;
class Section;

/// What a network is trained on and how: the data and every hyper-parameter, in sections that fold away, and
/// above them, also while they are hidden, the recipe that they follow.
class TrainingSettingsCard : public QFrame {
    Q_OBJECT

public:
    /// `recipe` stands elsewhere, where it is always seen. Its "More" shows and hides the settings.
    explicit TrainingSettingsCard(RecipeBar* recipe, QWidget* parent = nullptr);

    [[nodiscard]] const TrainOptions& options() const { return m_options; }
    /// The first of them is chosen unless the options follow one of them already.
    void setRecipes(const std::vector<TrainOptions>& recipes);
    void setOptions(const TrainOptions& options);  ///< quiet; those of a run that is resumed, after begin()
    void takeNewSeed();

    [[nodiscard]] const DataChoice& data() const;
    void setData(const DataChoice& data);  ///< quiet
    void setDataSources(const DataSources& sources);
    [[nodiscard]] QString dataSummary() const;
    /// That a run has one after the other, over all its epochs; nothing where that is not known yet.
    [[nodiscard]] std::optional<double> imagesOfRun() const;
    [[nodiscard]] QString dataProblem() const;  ///< why one cannot train on it; empty if one can

    /// What is set from now on is the run's alone: end() brings back what was chosen before begin().
    void begin();
    void end();
    /// What the next run takes, also while one is under way.
    [[nodiscard]] const TrainOptions& chosenOptions() const;
    [[nodiscard]] const DataChoice& chosenData() const;
    void setRunning(bool running);

    /// "more" if they are shown, and the keys of the sections that are unfolded.
    [[nodiscard]] QStringList openSections() const;
    void setOpenSections(const QStringList& keys);
    void openData();

    [[nodiscard]] DataPicker* dataPicker() const { return m_data; }
    [[nodiscard]] OptionForm* form() const { return m_form; }

Q_SIGNALS:
    void optionsChanged(const glyphscope::TrainOptions& options);  ///< by the user, or to the first recipe

private:
    void buildSections();
    void chooseRecipe(const TrainOptions& recipe);
    void changeOptions(const TrainOptions& options);
    void show(const TrainOptions& options);
    void useChanged();

    struct Chosen {
        TrainOptions options;
        DataChoice data;
    };

    TrainOptions m_options;
    TrainOptions m_begun;  // as the run began, and what it was changed to
    TrainOptions m_changed;
    std::optional<Chosen> m_chosen;  // before the run
    DataSources m_sources;
    RecipeBar* m_recipe;
    Section* m_dataSection = nullptr;
    DataPicker* m_data = nullptr;
    QCheckBox* m_fromWeights = nullptr;
    OptionForm* m_form = nullptr;
    HabitSwitches* m_habits = nullptr;
};

}  // namespace glyphscope
