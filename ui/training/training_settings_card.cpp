// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_settings_card.h"

#include "model/types/option_table.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/text/option_list.h"
#include "ui/text/recipe_text.h"
#include "ui/training/augmentation_preview.h"
#include "ui/training/data_picker.h"
#include "ui/training/data_text.h"
#include "ui/training/habit_switches.h"
#include "ui/training/option_form.h"
#include "ui/training/recipe_bar.h"
#include "ui/training/seed_field.h"
#include "ui/widgets/section.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastHeight = 168;

/// "Peak rate 0.05, Dropout 0.2": what may be changed in the course of a run, and was; empty: nothing.
QString changedText(const TrainOptions& before, const TrainOptions& after)
{
    QStringList texts;
    for (const NumberOption& option : numberOptions())
        if (option.row->live && option.applies(after) && option.value(before) != option.value(after))
            texts += labelled(option.title(), significantText(option.value(after), 6));
    return listText(texts);
}

/// Scrolls down, never sideways: it is as wide as its content needs, with a scroll bar.
class SettingsScroll : public QScrollArea {
public:
    explicit SettingsScroll(QWidget* content, QWidget* parent) : QScrollArea(parent)
    {
        setObjectName(u"training.settingsScroll"_s);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFrameShape(QFrame::NoFrame);
        setWidget(content);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), kLeastHeight};
    }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    bool event(QEvent* event) override
    {
        const bool done = QScrollArea::event(event);
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return done;
    }
};

}  // namespace

TrainingSettingsCard::TrainingSettingsCard(RecipeBar* recipe, QWidget* parent)
    : QFrame(parent), m_recipe(recipe)
{
    setObjectName(u"training.settings"_s);
    setProperty("card", true);
    hide();
    buildSections();
    show(m_options);
    connect(m_recipe, &RecipeBar::recipeChosen, this, &TrainingSettingsCard::chooseRecipe);
    connect(m_recipe, &RecipeBar::epochsChosen, this, [this](int epochs) {
        TrainOptions options = m_options;
        options.epochs = epochs;
        changeOptions(options);
    });
    connect(m_recipe, &RecipeBar::changedWanted, this, &TrainingSettingsCard::useChanged);
    connect(m_recipe, &RecipeBar::moreToggled, this, &QWidget::setVisible);
    connect(m_form, &OptionForm::changed, this, &TrainingSettingsCard::changeOptions);
}

void TrainingSettingsCard::buildSections()
{
    auto* content = new QWidget;
    auto* list = new QVBoxLayout(content);
    list->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    list->setSpacing(metrics::kUnit);
    m_dataSection = new Section(u"data"_s, tr("Data"), content);
    m_data = new DataPicker(m_dataSection);
    m_dataSection->add(m_data);
    m_form = new OptionForm(content);
    m_habits = new HabitSwitches(m_form);
    m_form->addToAugmentation(m_habits);
    connect(m_habits, &HabitSwitches::lookedAt, m_form->preview(), &AugmentationPreview::setHabit);
    connect(m_habits, &HabitSwitches::changed, m_data, &DataPicker::changeHabits);
    connect(m_data, &DataPicker::changed, m_habits, &HabitSwitches::setChoice);
    m_fromWeights = new QCheckBox(tr("Begin with the weights in use"), content);
    m_fromWeights->setObjectName(u"training.fromWeights"_s);
    m_fromWeights->setToolTip(tr("Train on what the network has learnt, such as a network that has grown in "
                                 "Build. Otherwise the seed draws new weights."));
    connect(m_fromWeights, &QCheckBox::clicked, this, [this](bool wanted) {
        TrainOptions options = m_options;
        options.fromWeights = wanted;
        changeOptions(options);
    });
    list->addWidget(m_dataSection);
    list->addWidget(m_fromWeights);
    list->addWidget(m_form);
    list->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(new SettingsScroll(content, this));
}

void TrainingSettingsCard::setRecipes(const std::vector<TrainOptions>& recipes)
{
    m_recipe->setRecipes(recipes);
    if (m_recipe->recipe(m_options.recipe) == nullptr && !recipes.empty())
        chooseRecipe(recipes.front());
    else
        show(m_options);
}

void TrainingSettingsCard::setOptions(const TrainOptions& options)
{
    show(options);
    m_begun = m_options;
}

/// Names them after the recipe that they equal, or after the one that they were changed from.
void TrainingSettingsCard::show(const TrainOptions& options)
{
    const TrainOptions* base = m_recipe->recipe(options.recipe);
    m_options = options;
    if (base != nullptr)
        m_options.recipe = sameRecipe(options, *base) ? base->recipe : customRecipe(base->recipe);
    m_recipe->showOptions(m_options);
    m_fromWeights->setChecked(m_options.fromWeights);
    m_form->setOptions(m_options);
}

void TrainingSettingsCard::chooseRecipe(const TrainOptions& recipe)
{
    TrainOptions options = recipe;
    options.seed = m_options.seed;
    options.device = m_options.device;
    options.frozen = m_options.frozen;
    options.network = m_options.network;
    options.fromWeights = m_options.fromWeights;
    options.untilAccuracy = m_options.untilAccuracy;
    options.evaluateEvery = m_options.evaluateEvery;
    changeOptions(options);
}

void TrainingSettingsCard::changeOptions(const TrainOptions& options)
{
    show(options);
    Q_EMIT optionsChanged(m_options);
}

void TrainingSettingsCard::begin()
{
    m_chosen = {m_options, data()};
    m_begun = m_options;
    m_recipe->offerChanged({});
}

void TrainingSettingsCard::end()
{
    if (!m_chosen)
        return;
    m_changed = m_options;
    m_recipe->offerChanged(changedText(m_begun, m_changed));
    const Chosen chosen = *std::exchange(m_chosen, std::nullopt);
    show(chosen.options);
    setData(chosen.data);
}

void TrainingSettingsCard::useChanged()
{
    m_recipe->offerChanged({});
    TrainOptions options = m_options;
    for (const OptionRow& row : kOptionTable)
        if (row.live && optionValue(row, m_changed) != optionValue(row, m_begun))
            setOptionValue(row, options, optionValue(row, m_changed));
    changeOptions(options);
}

const TrainOptions& TrainingSettingsCard::chosenOptions() const
{
    return m_chosen ? m_chosen->options : m_options;
}

const DataChoice& TrainingSettingsCard::chosenData() const
{
    return m_chosen ? m_chosen->data : data();
}

void TrainingSettingsCard::takeNewSeed()
{
    TrainOptions options = m_options;
    options.seed = SeedField::newSeed();
    changeOptions(options);
}

const DataChoice& TrainingSettingsCard::data() const
{
    return m_data->choice();
}

void TrainingSettingsCard::setData(const DataChoice& data)
{
    m_data->setChoice(data);
    m_habits->setChoice(data);
}

void TrainingSettingsCard::setDataSources(const DataSources& sources)
{
    m_sources = sources;
    m_data->setSources(sources);
}

std::optional<double> TrainingSettingsCard::imagesOfRun() const
{
    const std::optional<qint64> all = imagesOf(data(), m_sources);
    if (!all)
        return std::nullopt;
    const double given = static_cast<double>(*all) * (1 - data().validation);
    const double each = options().selectImages > 0 ? std::min<double>(given, options().selectImages) : given;
    return each * options().epochs;
}

QString TrainingSettingsCard::dataSummary() const
{
    return glyphscope::dataSummary(data(), m_sources);
}

QString TrainingSettingsCard::dataProblem() const
{
    return glyphscope::dataProblem(data(), m_sources);
}

void TrainingSettingsCard::setRunning(bool running)
{
    m_recipe->setRunning(running);
    m_form->setRunning(running);
    m_data->setRunning(running);
    m_habits->setRunning(running);
    m_fromWeights->setEnabled(!running);
}

QStringList TrainingSettingsCard::openSections() const
{
    QStringList open;
    if (m_recipe->isMoreOpen())
        open += u"more"_s;
    if (m_dataSection->isOpen())
        open += m_dataSection->key();
    for (const Section* section : m_form->sections())
        if (section->isOpen())
            open += section->key();
    return open;
}

void TrainingSettingsCard::setOpenSections(const QStringList& keys)
{
    m_recipe->setMoreOpen(keys.contains(u"more"_s));
    m_dataSection->setOpen(keys.contains(m_dataSection->key()));
    for (Section* section : m_form->sections())
        section->setOpen(keys.contains(section->key()));
}

void TrainingSettingsCard::openData()
{
    m_recipe->setMoreOpen(true);
    m_dataSection->setOpen(true);
}

}  // namespace glyphscope
