// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/image_page.h"

#include "ui/evaluation/evaluation_text.h"
#include "ui/evaluation/image_gallery.h"
#include "ui/evaluation/image_model.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

/// The class chosen in a list whose first entry stands for any.
std::optional<int> chosenIn(const QComboBox* combo)
{
    return combo->currentIndex() > 0 ? std::optional(combo->currentIndex() - 1) : std::nullopt;
}

void showIn(QComboBox* combo, std::optional<int> index)
{
    const QSignalBlocker quiet(combo);
    combo->setCurrentIndex(index ? *index + 1 : 0);
}

void fill(QComboBox* combo, const QString& any, const QString& one, const QStringList& names)
{
    const QSignalBlocker quiet(combo);
    combo->clear();
    combo->addItem(any);
    for (const QString& name : names)
        combo->addItem(one.arg(name));
}

}  // namespace

ImagePage::ImagePage(QWidget* parent)
    : QWidget(parent), m_model(new ImageModel(this)), m_gallery(new ImageGallery(m_model, this))
{
    m_nothing = new QLabel(this);
    m_nothing->setObjectName(u"evaluation.nothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    setRole(m_nothing, u"muted"_s);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_gallery);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(makeHead());
    column->addWidget(makeFilters());
    column->addWidget(m_pages, 1);
    setClassNames({});
    connect(m_gallery, &ImageGallery::chosen, this, [this](int image) {
        Q_EMIT imageChosen(image, m_model->glyphOf(image), m_model->truthOf(image));
    });
    const std::initializer_list<QWidget*> order{m_all, m_truth, m_answer, m_order, m_gallery};
    for (auto part = order.begin(); part + 1 != order.end(); ++part)
        setTabOrder(*part, *(part + 1));
    showState();
}

QWidget* ImagePage::makeHead()
{
    auto* head = new QWidget(this);
    m_title = new QLabel(head);
    m_title->setObjectName(u"evaluation.choice"_s);
    m_title->setFont(glyphscope::font(TextStyle::Heading));
    m_title->setWordWrap(true);
    m_count = new QLabel(head);
    m_count->setObjectName(u"evaluation.chosenCount"_s);
    setRole(m_count, u"muted"_s);
    m_all = new QToolButton(head);
    m_all->setObjectName(u"evaluation.allErrors"_s);
    m_all->setText(tr("All errors"));
    m_all->setToolTip(tr("Errors of every class"));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_title, 1);
    row->addWidget(m_count);
    row->addWidget(m_all);
    connect(m_all, &QToolButton::clicked, this, [this] {
        choose({}, {});
        Q_EMIT choiceChanged();
    });
    return head;
}

QComboBox* ImagePage::makeCombo(const QString& name, const QString& accessible, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setObjectName(name);
    combo->setAccessibleName(accessible);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(combo, &QComboBox::currentIndexChanged, this, &ImagePage::readFilters);
    return combo;
}

QWidget* ImagePage::makeFilters()
{
    auto* filters = new QWidget(this);
    m_truth = makeCombo(u"evaluation.truth"_s, tr("Truth"), filters);
    m_truth->setToolTip(tr("Only images of this class"));
    m_answer = makeCombo(u"evaluation.answer"_s, tr("Answer"), filters);
    m_answer->setToolTip(tr("Only images read as this class"));
    m_order = makeCombo(u"evaluation.order"_s, tr("Order"), filters);
    const QSignalBlocker quiet(m_order);
    m_order->addItem(tr("Most confident first"), static_cast<int>(ImageOrder::MostConfident));
    m_order->addItem(tr("Least confident first"), static_cast<int>(ImageOrder::LeastConfident));
    m_order->addItem(tr("Truth least likely first"), static_cast<int>(ImageOrder::LeastTruth));
    m_order->addItem(tr("As in the data"), static_cast<int>(ImageOrder::AsInData));
    auto* row = new WrappingRow(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    for (QComboBox* combo : {m_truth, m_answer, m_order})
        row->addWidget(combo);
    return filters;
}

void ImagePage::setEvaluation(const std::shared_ptr<const Evaluation>& evaluation,
                              const std::shared_ptr<const Dataset>& images)
{
    m_known = knownImages(*evaluation, *images) > 0;
    const bool others = !m_model->holds(*images);
    m_gallery->keepingPlace([&] { m_model->setEvaluation(evaluation, images); });
    if (others)
        m_gallery->refresh();
    showState();
}

void ImagePage::setClassNames(const QStringList& names)
{
    if (m_truth->count() > 0 && names == m_model->classNames())
        return;
    m_model->setClassNames(names);
    fill(m_truth, tr("Any truth"), tr("Truth: %1"), names);
    fill(m_answer, tr("Any wrong answer"), tr("Answer: %1"), names);
    const auto valid = [&](std::optional<int> index) {
        return index && *index < names.size() ? index : std::nullopt;
    };
    choose(valid(choice().truth), valid(choice().answer));
    m_gallery->refresh();
}

const ImageChoice& ImagePage::choice() const
{
    return m_model->choice();
}

void ImagePage::choose(std::optional<int> truth, std::optional<int> answer)
{
    setChoice({truth, answer, choice().order});
}

void ImagePage::readFilters()
{
    setChoice(
        {chosenIn(m_truth), chosenIn(m_answer), static_cast<ImageOrder>(m_order->currentData().toInt())});
    Q_EMIT choiceChanged();
}

void ImagePage::setChoice(const ImageChoice& choice)
{
    showIn(m_truth, choice.truth);
    showIn(m_answer, choice.answer);
    if (choice != m_model->choice()) {
        m_model->setChoice(choice);
        m_gallery->scrollToTop();
    }
    showState();
}

void ImagePage::focusImages()
{
    if (m_model->rowCount() == 0)
        return;
    m_gallery->setFocus(Qt::OtherFocusReason);
    if (!m_gallery->currentIndex().isValid())
        m_gallery->setCurrentIndex(m_model->index(0));
}

void ImagePage::showState()
{
    const int count = m_model->rowCount();
    m_title->setText(choiceName(choice(), m_model->classNames()));
    m_count->setText(imagesText(count));
    m_all->setVisible(choice().truth || choice().answer);
    m_nothing->setText(m_known ? nothingText(choice(), m_model->classNames())
                               : tr("How each image was read is not known of this evaluation."));
    m_pages->setCurrentIndex(count > 0 ? 1 : 0);
}

}  // namespace glyphscope
