// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/grow.h"
#include "model/spec/network_check.h"
#include "model/types/prediction.h"
#include "model/types/state_dict.h"
#include "ui/build/network_document.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace glyphscope {

class ApplyCard;
class BuildBar;
class KindPalette;
class NetworkRows;
class ProblemList;

/// Where a network is composed: its modules one a row, kinds to add, what does not fit and how to mend it,
/// and the button that puts it in use. Every edit can be undone. It draws no weights and knows no files.
class BuildPanel : public Panel {
    Q_OBJECT

public:
    explicit BuildPanel(QWidget* parent = nullptr);

    [[nodiscard]] const NetworkSpec& network() const { return m_document.network(); }
    [[nodiscard]] const NetworkCheck& verdict() const { return m_verdict; }
    [[nodiscard]] bool hasNetwork() const { return !network().classes.empty(); }
    [[nodiscard]] bool isInUse() const;  ///< the edited network is the one that reads
    /// Its path in the module tree; empty: none is chosen, or its place is not known.
    [[nodiscard]] QString chosenModule() const;

    [[nodiscard]] QSize sizeHint() const override { return {760, 560}; }

public Q_SLOTS:
    /// The network that reads, and its weights. Unless there are edits, it is the one that is edited.
    void setInUse(const glyphscope::NetworkSpec& network,
                  const std::shared_ptr<const glyphscope::StateDict>& weights);
    /// What was edited when the program ended; nothing of before can be undone.
    void restore(const glyphscope::NetworkSpec& network);
    /// Another network, in one step that can be undone.
    void open(const glyphscope::NetworkSpec& network, const QString& text);
    void setRecent(const QStringList& paths);
    void setEngineReady(bool ready);
    void setBusy(bool busy);
    /// What the modules of the network in use make of the drawing.
    void setReading(const std::shared_ptr<const glyphscope::Reading>& reading);
    /// The same of the edited network, with the weights that it would get.
    void setEditedReading(const std::shared_ptr<const glyphscope::Reading>& reading);
    void chooseModule(const QString& path);
    void undo();
    void redo();
    void paste();

Q_SIGNALS:
    void networkChanged(const glyphscope::NetworkSpec& network);
    void moduleChosen(const QString& path);
    void undoChanged(const QString& undo, const QString& redo);  ///< empty where there is no step
    void applyRequested(const glyphscope::NetworkSpec& network, std::uint64_t seed,
                        glyphscope::NewModules start);
    void openRequested();
    void recentRequested(const QString& path);
    void saveRequested();
    void failed(const QString& message);

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void connectBar();
    void connectRows();
    void edited(const NetworkDocument::Rows& rows);
    void showEdited();
    void addRepairs();
    void showChosen();
    void showPictures();
    /// Does it to the chosen layers where they stand one after another.
    void withRange(const std::function<NetworkDocument::Rows(const LayerRange&)>& edit);
    [[nodiscard]] SpecPlace placeBehindChosen() const;
    void insertKind(const QString& kind, const SpecPlace& place);
    void usePreset(const QString& name);
    void clearNetwork();
    void copyChosen();
    void removeChosen();
    void pasteCode(const QString& text);
    [[nodiscard]] QString title() const;

    NetworkDocument m_document;
    NetworkCheck m_verdict;
    std::optional<NetworkSpec> m_inUse;
    std::shared_ptr<const StateDict> m_weights;
    std::shared_ptr<const Reading> m_reading;
    std::shared_ptr<const Reading> m_editedReading;
    bool m_restored = false;

    BuildBar* m_bar = nullptr;
    KindPalette* m_palette = nullptr;
    NetworkRows* m_rows = nullptr;
    ProblemList* m_problems = nullptr;
    ApplyCard* m_apply = nullptr;
};

}  // namespace glyphscope
