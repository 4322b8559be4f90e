// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hooks_page.h"

#include "ui/hooks/effect_strip.h"
#include "ui/hooks/hook_form.h"
#include "ui/hooks/hook_form_card.h"
#include "ui/hooks/hook_notice.h"
#include "ui/hooks/hook_table.h"
#include "ui/hooks/hook_tools.h"
#include "ui/hooks/hook_words.h"
#include "ui/hooks/no_hooks_page.h"
#include "ui/style/class_name.h"
#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;

namespace glyphscope {

void HooksPage::setPlaces(const std::vector<HookPlace>& places)
{
    if (places == m_places)
        return;
    m_places = places;
    m_form->setPlaces(places);
    fillPresets();
}

void HooksPage::setHooks(const std::vector<HookSpec>& specs)
{
    HookDocument document;
    document.reset(specs);
    if (sameHooks(document.specs(), m_document.specs()))
        return;
    m_document.reset(specs);
    m_notice->hide();
    showBook(0);
}

void HooksPage::setReading(const std::shared_ptr<const Reading>& reading)
{
    m_reading = reading;
    m_readStale = true;
    if (isVisible())
        showReading();
}

void HooksPage::showReading()
{
    m_readStale = false;
    const auto answer = [](const Prediction& prediction) {
        return EffectStrip::Answer{prediction.probabilities, prediction.best};
    };
    const Prediction& now = m_reading->prediction;
    if (now.verdict == Verdict::Empty)
        m_effect->setAnswers({}, {});
    else if (m_reading->withoutHooks)
        m_effect->setAnswers(answer(*m_reading->withoutHooks), answer(now));
    else
        m_effect->setAnswers({}, answer(now));
    m_model->setRecords(HookSource::Reading, m_reading->hooks);
    m_form->setDrawing(!m_reading->modules.empty() && now.verdict != Verdict::Empty);
}

void HooksPage::setRecords(HookSource source, const std::vector<HookRecord>& records)
{
    m_model->setRecords(source, records);
}

void HooksPage::setClassNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    m_effect->setClassNames(names);
    showDonor();
}

HookSpec HooksPage::newSpec() const
{
    HookSpec spec;
    const int row = m_table->currentRow();
    if (row >= 0)
        spec.module = m_document.at(row).module;
    else if (!m_places.empty())
        spec.module = m_places.front().name;
    return spec;
}

void HooksPage::startAdding()
{
    const HookSpec spec = newSpec();
    m_table->clearSelection();
    m_adding = true;
    m_form->setSpec(spec, HookForm::Purpose::New);
    showForm();
    m_form->findChild<QWidget*>(u"hooks.kind"_s)->setFocus();
}

void HooksPage::closeForm()
{
    m_adding = false;
    m_table->clearSelection();
    showForm();
    (m_document.size() > 0 ? static_cast<QWidget*>(m_table) : m_tools->addButton())->setFocus();
}

void HooksPage::addFromForm(const HookSpec& spec, bool inFront)
{
    m_adding = false;
    publish(m_document.at(m_document.add(spec, inFront)).id);
    m_table->setFocus();
}

void HooksPage::addHook(const HookSpec& spec)
{
    addFromForm(spec, false);
}

void HooksPage::turnOff(const std::vector<std::uint64_t>& ids)
{
    std::vector<int> rows;
    for (const std::uint64_t id : ids)
        rows.push_back(m_document.rowOf(id));
    m_document.setEnabled(rows, false);
    publish(0);
}

void HooksPage::showHook(std::uint64_t id)
{
    m_adding = false;
    m_table->selectHook(id);
}

HookSpec HooksPage::withDonor(HookSpec spec, const HookSpec& before)
{
    if (spec.action != HookAction::Patch)
        return spec;
    if (spec.donor && spec.kind == before.kind && spec.module == before.module)
        return spec;
    if (m_donorStore.empty())
        m_donorStore.keep(*m_reading);
    spec.donor = m_donorStore.valueFor(spec.kind, spec.module);
    return spec;
}

void HooksPage::editFromForm(HookSpec spec, const QString& field)
{
    const int row = m_adding ? -1 : m_table->currentRow();
    if (row < 0) {
        HookSpec known = withDonor(spec, HookSpec());
        m_form->setSpec(known, HookForm::Purpose::New);
        showDonor();
        fitForm();
        return;
    }
    spec = withDonor(std::move(spec), m_document.at(row));
    const QString key = field.isEmpty() ? QString() : field + QString::number(m_document.at(row).id);
    m_document.replace(row, std::move(spec), key);
    publish(m_document.at(row).id);
}

void HooksPage::keepDonor()
{
    if (!m_donorStore.keep(*m_reading)) {
        m_notice->say(tr("Write a digit first: there is no drawing to keep."), false);
        return;
    }
    const int row = m_adding ? -1 : m_table->currentRow();
    HookSpec spec = m_adding ? m_form->spec() : row >= 0 ? m_document.at(row) : HookSpec();
    if (spec.action != HookAction::Patch) {
        m_notice->say(tr("Kept the %1. A hook that patches takes its values from it.")
                          .arg(className(m_names, m_reading->prediction.best)),
                      false);
        m_form->setDonor(glyphImage(m_donorStore.newest()->glyph), {});
        return;
    }
    spec.donor = m_donorStore.valueFor(spec.kind, spec.module);
    if (m_adding) {
        m_form->setSpec(spec, HookForm::Purpose::New);
        showDonor();
    } else {
        m_document.replace(row, spec);
        publish(spec.id);
    }
}

void HooksPage::removeSelected()
{
    const std::vector<int> rows = m_table->selectedRows();
    if (rows.empty())
        return;
    const QString gone = rows.size() == 1 ? hookwords::title(m_document.at(rows.front()))
                                          : tr("%n hook(s)", nullptr, static_cast<int>(rows.size()));
    m_document.remove(rows);
    const int next = std::min(rows.front(), m_document.size() - 1);
    m_adding = false;
    publish(0);
    if (next >= 0)
        m_table->setCurrentIndex(m_model->index(next, HookTableModel::Does));
    m_table->clearSelection();
    m_notice->say(tr("Removed %1.").arg(gone), true);
}

void HooksPage::duplicateSelected()
{
    const int row = m_table->currentRow();
    if (row >= 0)
        publish(m_document.at(m_document.duplicate(row)).id);
}

void HooksPage::toggleSelected()
{
    const std::vector<int> rows = m_table->selectedRows();
    if (rows.empty())
        return;
    m_document.setEnabled(rows, !m_document.at(rows.front()).enabled);
    const int current = m_table->currentRow();
    publish(current < 0 ? 0 : m_document.at(current).id);
}

void HooksPage::moveHook(int from, int to)
{
    if (from < 0 || from >= m_document.size())
        return;
    const int row = m_document.move(from, to);
    if (row != from)
        publish(m_document.at(row).id);
}

void HooksPage::replaceHook(int row, const HookSpec& spec)
{
    m_document.replace(row, spec);
    const int current = m_table->currentRow();
    publish(current < 0 ? 0 : m_document.at(current).id);
}

void HooksPage::undo()
{
    if (m_document.canUndo())
        publish(m_document.undo());
}

void HooksPage::redo()
{
    if (m_document.canRedo())
        publish(m_document.redo());
}

void HooksPage::publish(std::uint64_t select)
{
    m_notice->hide();
    showBook(select);
    Q_EMIT hooksChanged(m_document.specs());
}

void HooksPage::showBook(std::uint64_t select)
{
    const bool sameRows =
        std::ranges::equal(m_document.specs(), m_model->specs(), {}, &HookSpec::id, &HookSpec::id);
    m_model->setHooks(m_document.specs());
    m_stack->setCurrentIndex(m_document.size() == 0 ? 0 : 1);
    if (!sameRows || (select != 0 && m_table->currentRow() != m_document.rowOf(select)))
        m_table->selectHook(select);
    m_tools->setHistory(m_document.canUndo() ? m_document.undoText() : QString(),
                        m_document.canRedo() ? m_document.redoText() : QString());
    showForm();
}

void HooksPage::showForm()
{
    const int row = m_table->currentRow();
    if (!m_adding && row >= 0)
        m_form->setSpec(m_document.at(row), HookForm::Purpose::Edit);
    m_tools->setSelection(row >= 0, !m_table->selectedRows().empty());
    m_formCard->setVisible(m_adding || row >= 0);
    m_empty->setAddable(!m_adding);
    showDonor();
    fitForm();
}

void HooksPage::showDonor()
{
    const HookSpec& spec = m_form->spec();
    const HookDonor* donor = spec.donor ? m_donorStore.ownerOf(spec.donor) : m_donorStore.newest();
    if (donor != nullptr)
        m_form->setDonor(glyphImage(donor->glyph),
                         tr("Donor: read as %1.").arg(className(m_names, donor->best)));
    else
        m_form->setDonor({}, spec.donor ? tr("Donor: from the last session.") : tr("No donor kept yet."));
}

bool HooksPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void HooksPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        undo();
    else if (event->matches(QKeySequence::Redo))
        redo();
    else
        QWidget::keyPressEvent(event);
}

void HooksPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HooksPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_readStale)
        showReading();
}

void HooksPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_form != nullptr)
        showDonor();
}

}  // namespace glyphscope
