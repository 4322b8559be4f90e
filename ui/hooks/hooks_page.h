// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "ui/hooks/donor_shelf.h"
#include "ui/hooks/hook_book.h"
#include "ui/hooks/hook_form.h"
#include "ui/hooks/hook_places.h"
#include "ui/hooks/hook_table_model.h"

#include <QtWidgets/QWidget>

#include <optional>

class QFrame;
class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace glyphscope {

class EffectStrip;
class HookTable;

/// The user's hooks: a list, a form for the chosen one, and what they do to the answer.
class HooksPage : public QWidget {
    Q_OBJECT

public:
    explicit HooksPage(QWidget* parent = nullptr);

    [[nodiscard]] const HookBook& book() const { return m_book; }
    void setPlaces(const std::vector<HookPlace>& places);
    void setHooks(const std::vector<HookSpec>& specs);  ///< quiet; what was done here cannot be undone then
    void setReading(const Reading& reading);
    void setRecords(HookSource source, const std::vector<HookRecord>& records);
    void setClassNames(const QStringList& names);
    /// Puts a hook at the end, as the form would.
    void addHook(const HookSpec& spec);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void hooksChanged(const std::vector<glyphscope::HookSpec>& specs);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Shape { OneColumn, TwoColumns, ThreeColumns };

    [[nodiscard]] Shape shape() const;
    QWidget* buildTools();
    QWidget* buildEmpty();
    QWidget* buildNotice();
    void buildForm();
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
    void publish(std::uint64_t select);  ///< shows and signals a change of the book
    void showBook(std::uint64_t select);
    void showForm();
    void showDonor();
    void showReading();
    void say(const QString& words, bool withUndo);

    HookBook m_book;
    DonorShelf m_shelf;
    std::vector<HookPlace> m_places;
    QStringList m_names;
    Reading m_reading;         // the newest
    bool m_readStale = false;  // not shown yet
    bool m_adding = false;

    HookTableModel* m_model = nullptr;
    HookTable* m_table = nullptr;
    HookForm* m_form = nullptr;
    EffectStrip* m_effect = nullptr;
    QSize m_formHint;              // as it was fitted
    std::optional<Shape> m_shape;  // in which the parts lie now
    QGridLayout* m_layout = nullptr;
    QWidget* m_listColumn = nullptr;
    QStackedWidget* m_stack = nullptr;
    QFrame* m_formCard = nullptr;
    QScrollArea* m_formScroll = nullptr;
    QFrame* m_effectCard = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_addFirst = nullptr;  // of the empty list
    QMenu* m_presets = nullptr;
    QWidget* m_tries = nullptr;  // the presets as buttons, while there are no hooks
    QToolButton* m_duplicate = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    QWidget* m_notice = nullptr;
    QLabel* m_noticeWords = nullptr;
    QPushButton* m_noticeUndo = nullptr;
};

}  // namespace glyphscope
