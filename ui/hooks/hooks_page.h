// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "ui/hooks/donor_store.h"
#include "ui/hooks/hook_document.h"
#include "ui/hooks/hook_places.h"
#include "ui/hooks/hook_table_model.h"
#include "ui/hooks/hooks_grid.h"

#include <QtWidgets/QWidget>

#include <optional>

class QFrame;
class QStackedWidget;

namespace glyphscope {

class EffectStrip;
class HookForm;
class HookFormCard;
class HookNotice;
class HookTable;
class HookTools;
class NoHooksPage;

/// The user's hooks: a list, a form for the chosen one, and what they do to the answer.
class HooksPage : public QWidget {
    Q_OBJECT

public:
    explicit HooksPage(QWidget* parent = nullptr);

    [[nodiscard]] const HookDocument& document() const { return m_document; }
    void setPlaces(const std::vector<HookPlace>& places);
    void setHooks(const std::vector<HookSpec>& specs);  ///< quiet; what was done here cannot be undone then
    void setReading(const std::shared_ptr<const Reading>& reading);
    void setRecords(HookSource source, const std::vector<HookRecord>& records);
    void setClassNames(const QStringList& names);
    /// Puts a hook at the end, as the form would.
    void addHook(const HookSpec& spec);
    void turnOff(const std::vector<std::uint64_t>& ids);
    void showHook(std::uint64_t id);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void hooksChanged(const std::vector<glyphscope::HookSpec>& specs);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildList();
    void buildEffect();
    void connectParts();
    void fillPresets();
    void arrange();
    void fitForm();

    void startAdding();
    void closeForm();
    void addFromForm(const HookSpec& spec, bool inFront);
    void editFromForm(HookSpec spec, const QString& field);
    void keepDonor();
    void removeSelected();
    void duplicateSelected();
    void toggleSelected();
    void moveHook(int from, int to);
    void replaceHook(int row, const HookSpec& spec);
    void undo();
    void redo();

    [[nodiscard]] HookSpec newSpec() const;
    [[nodiscard]] HookSpec withDonor(HookSpec spec, const HookSpec& before);
    void publish(std::uint64_t select);  ///< shows and signals a change of the document
    void showBook(std::uint64_t select);
    void showForm();
    void showDonor();
    void showReading();

    HookDocument m_document;
    DonorStore m_donorStore;
    std::vector<HookPlace> m_places;
    QStringList m_names;
    std::shared_ptr<const Reading> m_reading = std::make_shared<const Reading>();  // the newest
    bool m_readStale = false;                                                      // not shown yet
    bool m_adding = false;

    HookTableModel* m_model = nullptr;
    HookTable* m_table = nullptr;
    HookForm* m_form = nullptr;  // on its card
    EffectStrip* m_effect = nullptr;
    std::optional<HooksGrid> m_grid;
    QWidget* m_listColumn = nullptr;
    QStackedWidget* m_stack = nullptr;
    HookFormCard* m_formCard = nullptr;
    QFrame* m_effectCard = nullptr;
    HookTools* m_tools = nullptr;
    NoHooksPage* m_empty = nullptr;
    HookNotice* m_notice = nullptr;
};

}  // namespace glyphscope
