// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/recipe_bar.h"

#include "model/types/option_table.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_text.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheel_guard.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace glyphscope {
using namespace Qt::StringLiterals;

namespace {

constexpr int kWidestRecipe = 320;

}  // namespace

RecipeBar::RecipeBar(QWidget* parent)
    : QWidget(parent)
    , m_recipe(new QComboBox(this))
    , m_epochs(new QSpinBox(this))
    , m_more(new QToolButton(this))
    , m_summary(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_changed(new QToolButton(this))
{
    buildFields();
    buildSummary();
    m_caption = makeCaption(tr("Re&cipe"), m_recipe, this);
    m_fields = new QHBoxLayout;
    m_fields->setSpacing(metrics::kGap);
    m_fields->addWidget(m_caption);
    m_fields->addWidget(m_recipe, 1000);
    m_fields->addWidget(makeCaption(tr("Ep&ochs"), m_epochs, this));
    m_fields->addWidget(m_epochs);
    m_fields->addStretch();
    m_fields->addWidget(m_more);
    auto* below = new QHBoxLayout;
    below->setSpacing(metrics::kUnit);
    below->addWidget(m_summary, 1);
    below->addWidget(m_changed);
    below->addWidget(m_back);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addLayout(m_fields);
    column->addLayout(below);
    setRunning(false);
    connect(m_recipe, &QComboBox::currentIndexChanged, this, &RecipeBar::choose);
    connect(m_epochs, &QSpinBox::valueChanged, this, &RecipeBar::epochsChosen);
    connect(m_more, &QToolButton::toggled, this, &RecipeBar::moreToggled);
    connect(m_back, &QToolButton::clicked, this, &RecipeBar::goBack);
    connect(m_changed, &QToolButton::clicked, this, &RecipeBar::changedWanted);
}

void RecipeBar::buildFields()
{
    m_recipe->setObjectName(u"training.recipe"_s);
    m_recipe->setMinimumWidth(72);
    m_recipe->setMaximumWidth(kWidestRecipe);
    m_recipe->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_epochs->setObjectName(u"training.epochs"_s);
    const NumberRange& epochs = findOption("epochs")->range;
    m_epochs->setRange(static_cast<int>(epochs.least), static_cast<int>(epochs.most));
    m_epochs->setFixedWidth(68);
    m_more->setObjectName(u"training.more"_s);
    m_more->setText(tr("Option&s"));
    m_more->setCheckable(true);
    m_more->setMinimumWidth(m_more->fontMetrics().horizontalAdvance(tr("Options")) + 2 * metrics::kPadding);
    m_more->setToolTip(tr("The data and every hyper-parameter"));
    for (QWidget* control : std::initializer_list<QWidget*>{m_recipe, m_epochs})
        guardWheel(control);
}

void RecipeBar::buildSummary()
{
    m_summary->setObjectName(u"training.summary"_s);
    m_summary->setProperty("role", u"muted"_s);
    m_summary->setFont(glyphscope::font(TextStyle::Caption));
    m_summary->setWordWrap(true);
    m_back->setObjectName(u"training.backToRecipe"_s);
    m_back->setProperty("small", true);
    m_back->setIcon(icon(u"undo"_s));
    m_back->setIconSize({16, 16});
    m_back->setAccessibleName(tr("Back to the recipe"));
    m_back->hide();
    m_changed->setObjectName(u"training.useChanged"_s);
    m_changed->setProperty("small", true);
    m_changed->setText(tr("Use the changed values"));
    m_changed->setMinimumWidth(m_changed->fontMetrics().horizontalAdvance(m_changed->text()) +
                               metrics::kPadding);
    m_changed->hide();
}

void RecipeBar::setRecipes(const std::vector<TrainOptions>& recipes)
{
    m_recipes = recipes;
    const QSignalBlocker quiet(m_recipe);
    m_recipe->clear();
    for (const TrainOptions& recipe : recipes) {
        m_recipe->addItem(recipeTitle(recipe), QString::fromStdString(recipe.recipe));
        m_recipe->setItemData(m_recipe->count() - 1, recipeSummary(recipe), Qt::ToolTipRole);
    }
}

const TrainOptions* RecipeBar::recipe(const std::string& name) const
{
    const auto found = std::ranges::find(m_recipes, baseRecipe(name), &TrainOptions::recipe);
    return found == m_recipes.end() ? nullptr : &*found;
}

void RecipeBar::showOptions(const TrainOptions& options)
{
    m_options = options;
    const QSignalBlocker quietRecipe(m_recipe);
    const QSignalBlocker quietEpochs(m_epochs);
    const auto known = static_cast<int>(m_recipes.size());
    while (m_recipe->count() > known)
        m_recipe->removeItem(known);
    int index = m_recipe->findData(QString::fromStdString(options.recipe));
    const bool custom = index < 0;
    if (custom) {
        m_recipe->addItem(recipeTitle(options));
        index = known;
    }
    m_recipe->setCurrentIndex(index);
    m_epochs->setValue(options.epochs);
    m_summary->setText(recipeSummary(options));
    const TrainOptions* base = recipe(options.recipe);
    m_back->setVisible(custom && base != nullptr);
    if (base != nullptr)
        m_back->setToolTip(tr("Back to %1: %2").arg(recipeTitle(*base), recipeSummary(*base)));
}

void RecipeBar::choose(int index)
{
    if (index >= 0 && index < static_cast<int>(m_recipes.size()))
        Q_EMIT recipeChosen(m_recipes[static_cast<std::size_t>(index)]);
}

void RecipeBar::goBack()
{
    if (const TrainOptions* base = recipe(m_options.recipe))
        Q_EMIT recipeChosen(*base);
}

void RecipeBar::setRunning(bool running)
{
    const QString reason = running ? tr("It cannot be changed during a run: stop the run first.") : QString();
    for (QWidget* setting : std::initializer_list<QWidget*>{m_recipe, m_epochs, m_back})
        setting->setEnabled(!running);
    m_recipe->setToolTip(
        running ? reason : tr("How the network is trained: fast, balanced or as accurate as it gets"));
    m_epochs->setToolTip(running ? reason : tr("Passes over the training set"));
}

void RecipeBar::offerChanged(const QString& values)
{
    m_changed->setVisible(!values.isEmpty());
    m_changed->setToolTip(tr("Train the next run with what was changed in the last one: %1").arg(values));
}

int RecipeBar::captionWidth() const
{
    return m_caption->sizeHint().width() + metrics::kGap;
}

int RecipeBar::leastWidth() const
{
    return m_fields->minimumSize().width() + (m_caption->isHidden() ? captionWidth() : 0);
}

void RecipeBar::setCaptionShown(bool shown)
{
    m_caption->setVisible(shown);
}

void RecipeBar::setMoreOpen(bool open)
{
    m_more->setChecked(open);
}

bool RecipeBar::isMoreOpen() const
{
    return m_more->isChecked();
}

}  // namespace glyphscope
