// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/edited_reader.h"
#include "app/controllers/weights_controller.h"
#include "model/spec/grow.h"
#include "model/types/network_spec.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

namespace glyphscope {

class BuildPanel;
class CodePanel;
class EngineSession;
class FileDialogs;
class NoticeBar;
class TaskSession;
struct Reading;
struct Settings;

/// The network that is edited: from and to files, kept from a crash, and put in use. Lives on the GUI thread.
class BuildController : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kInterval{1};

    struct Parts {
        BuildPanel& build;
        CodePanel& code;
        NoticeBar& notices;
        FileDialogs& dialogs;
        EngineSession& engine;
        TaskSession& disk;
        TaskSession& compute;
        WeightsController& weights;
    };

    /// Edits that are not in use are kept in `file`.
    BuildController(const Parts& parts, std::filesystem::path file);

    /// Brings back what was edited; before the weights begin.
    void begin();
    /// The window is left as it is now.
    void close();
    void restore(const Settings& settings);
    void keep(Settings& settings) const;
    void setEngineReady();
    void showReading(const std::shared_ptr<const Reading>& reading);

    void askToOpen();
    void askWhereToSave();
    void open(const QString& path);
    void save(const QString& path);
    void askWhereToSaveCode(const QString& text, const QString& filter);

Q_SIGNALS:
    void panelWanted();  ///< a network was opened: it is to be seen

private:
    void connectCode();
    void noteEdit();
    void readEdited();
    void keepEdits();
    void showInUse(const WeightsController::Weights& weights);
    void apply(const NetworkSpec& network, std::uint64_t seed, NewModules start);
    void addRecent(const QString& path);

    const Parts m_parts;
    const std::filesystem::path m_file;
    QTimer m_pause;  // until the edits are kept
    QStringList m_recent;
    bool m_begun = false;
    bool m_told = false;  // that edits cannot be kept
    EditedReader m_reader;
};

}  // namespace glyphscope
