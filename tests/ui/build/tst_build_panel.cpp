// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/presets.h"
#include "model/spec/source_code.h"
#include "model/spec/spec_edit.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/build/build_panel.h"
#include "ui/build/network_rows.h"
#include "ui/style/theme.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

StateDict filledWeights(const NetworkSpec& network, float value)
{
    StateDict weights;
    for (const ParameterShape& each : stateOf(network)) {
        std::size_t count = 1;
        for (const std::int64_t side : each.shape)
            count *= static_cast<std::size_t>(side);
        weights.tensors.push_back({each.name, each.shape, std::vector<float>(count, value)});
    }
    return weights;
}

QString namesIn(const std::vector<LayerSpec>& layers)
{
    QStringList names;
    for (const LayerSpec& layer : layers)
        names << QString::fromStdString(layer.name) +
                     (layer.children.empty() ? QString() : u'(' + namesIn(layer.children) + u')');
    return names.join(u' ');
}

/// The panel as a user has it, with SimpleCNN in use.
struct ShownBuild {
    explicit ShownBuild(const char* preset = "simple-cnn")
    {
        const NetworkSpec network = presetNamed(preset)->make(10);
        panel.setInUse(network, std::make_shared<const StateDict>(filledWeights(network, 1)));
        panel.setEngineReady(true);
        panel.resize(900, 800);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("not active");
    }
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        return panel.findChild<Widget*>(QLatin1StringView(name));
    }
    [[nodiscard]] NetworkRows* rows() const { return find<NetworkRows>("build.rows"); }
    [[nodiscard]] QString names() const { return namesIn(panel.network().layers); }
    [[nodiscard]] QRect rectOf(const SpecPlace& place) const
    {
        return rows()->visualRect(rows()->rowModel()->indexOf(place));
    }
    void click(const SpecPlace& place, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        const QRect row = rectOf(place);
        QTest::mouseClick(rows()->viewport(), Qt::LeftButton, modifiers, row.topLeft() + QPoint(60, 12));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(rows(), key, modifiers);
    }
    [[nodiscard]] QString words(const char* name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] QList<QToolButton*> repairs() const
    {
        QList<QToolButton*> shown;
        for (QToolButton* button : panel.findChildren<QToolButton*>(u"build.repair"_s))
            if (button->isVisibleTo(&panel))
                shown += button;
        return shown;
    }
    void drop(QMimeData* data, const QPoint& at) const
    {
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(rows()->viewport(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction | Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(rows()->viewport(), &move);
        QDropEvent event(at, Qt::CopyAction | Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(rows()->viewport(), &event);
        delete data;
    }

    BuildPanel panel;
};

}  // namespace

class TstBuildPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void followsTheNetworkInUseUntilItIsEdited();
    void keysMoveRenameAndRemove();
    void returnInsertsWhatWasTyped();
    void optionsAreChangedInTheirRow();
    void aSpinBoxLeavesUndoToTheEdits();
    void clicksFindTheirRowWhereRowsMove();
    void rowsAreDragged();
    void kindsAreDraggedToTheirPlace();
    void rowsAreCutCopiedAndPasted();
    void aNetworkIsPastedAsJson();
    void sourceCodeIsPasted();
    void blocksAreMadeAndTakenApart();
    void aMisfitIsMendedByItsButton();
    void saysWhatIsKeptAndWhatIsNew();
    void presetsTakeTheClassesInUse();
    void restoredEditsStay();
    void aBlockShowsWhatItRepeats();
    void picturesAreThoseOfTheNetworkInUse();
};

void TstBuildPanel::followsTheNetworkInUseUntilItIsEdited()
{
    ShownBuild shown;
    const NetworkSpec other = presetNamed("lenet-5")->make(10);
    shown.panel.setInUse(other, std::make_shared<const StateDict>(filledWeights(other, 1)));
    QVERIFY(shown.panel.network() == other);
    QVERIFY(shown.panel.isInUse());
    shown.click({0});
    shown.press(Qt::Key_Delete);
    QVERIFY(!shown.panel.isInUse());
    const NetworkSpec edited = shown.panel.network();
    const NetworkSpec third = presetNamed("mlp")->make(10);
    shown.panel.setInUse(third, std::make_shared<const StateDict>(filledWeights(third, 1)));
    QVERIFY(shown.panel.network() == edited);
}

void TstBuildPanel::keysMoveRenameAndRemove()
{
    ShownBuild shown("mlp");
    QCOMPARE(shown.names(), u"flatten fc1 relu1 fc2"_s);
    shown.click({1});
    shown.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.names(), u"flatten relu1 fc1 fc2"_s);
    shown.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown.names(), u"flatten fc1 relu1 fc2"_s);
    shown.press(Qt::Key_F2);
    auto* field = shown.find<QLineEdit>("build.rename");
    QVERIFY(field != nullptr);
    field->selectAll();
    QTest::keyClicks(field, u"hidden"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(shown.names(), u"flatten hidden relu1 fc2"_s);
    QTRY_VERIFY(shown.rows()->hasFocus());
    shown.press(Qt::Key_Delete);
    QCOMPARE(shown.names(), u"flatten relu1 fc2"_s);
    for (int i = 0; i < 4; ++i)
        shown.panel.undo();
    QVERIFY(shown.panel.isInUse());
    shown.panel.redo();
    QCOMPARE(shown.names(), u"flatten relu1 fc1 fc2"_s);
}

void TstBuildPanel::returnInsertsWhatWasTyped()
{
    ShownBuild shown;
    shown.click({1});
    auto* filter = shown.find<QLineEdit>("build.kindFilter");
    filter->setFocus();
    QTest::keyClicks(filter, u"batchn"_s);
    auto* kinds = shown.find<QListWidget>("build.kinds");
    QCOMPARE(kinds->currentItem()->text(), u"BatchNorm2d"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(shown.panel.network().layers[2].kind == "BatchNorm2d");
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(shown.panel.network().layers[3].kind == "BatchNorm2d");  // behind the one before
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
}

void TstBuildPanel::optionsAreChangedInTheirRow()
{
    ShownBuild shown;
    shown.click({0});
    QTRY_VERIFY(shown.find<QSpinBox>("build.option.out_channels") != nullptr);
    auto* width = shown.find<QSpinBox>("build.option.out_channels");
    QTRY_VERIFY(width->isVisible());
    QVERIFY(shown.rectOf({0}).contains(width->mapTo(shown.rows()->viewport(), width->rect().center())));
    width->setFocus();
    width->selectAll();
    QTest::keyClicks(width, u"16"_s);
    QCOMPARE(std::get<std::int64_t>(shown.panel.network().layers[0].options.at("out_channels")), 16);
    QCOMPARE(shown.find<QSpinBox>("build.option.out_channels"), width);  // while it is typed in
    QCOMPARE(shown.rows()->rows()[0].outputShape, (std::vector<int>{16, 28, 28}));
    auto* bias = shown.find<QCheckBox>("build.option.bias");
    QTest::mouseClick(bias, Qt::LeftButton, {}, QPoint(8, bias->height() / 2));
    QCOMPARE(std::get<bool>(shown.panel.network().layers[0].options.at("bias")), false);
    shown.panel.undo();
    QVERIFY(shown.find<QCheckBox>("build.option.bias")->isChecked());
    shown.panel.undo();
    QVERIFY(shown.panel.isInUse());
}

void TstBuildPanel::aSpinBoxLeavesUndoToTheEdits()
{
    ShownBuild shown;
    shown.click({0});
    QTRY_VERIFY(shown.find<QSpinBox>("build.option.out_channels") != nullptr);
    auto* width = shown.find<QSpinBox>("build.option.out_channels");
    auto* inner = width->findChild<QLineEdit*>();
    QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    undo.ignore();
    QApplication::sendEvent(inner, &undo);
    QVERIFY(!undo.isAccepted());
    width->setFocus();
    QTest::keyClick(width, Qt::Key_Escape);
    QVERIFY(shown.rows()->hasFocus());
}

/// The options of one row close and those of another open: rows move, but not under a pressed mouse.
void TstBuildPanel::clicksFindTheirRowWhereRowsMove()
{
    ShownBuild shown;
    for (const std::size_t row : {0U, 3U, 1U, 7U, 9U, 0U}) {
        shown.click({row});
        QCOMPARE(shown.rows()->selectedPlaces(), std::vector<SpecPlace>{{row}});
        QTRY_VERIFY(shown.find<QWidget>("build.options") == nullptr ||
                    shown.find<QWidget>("build.options")->isVisible());
        QCOMPARE(shown.rows()->currentPlace(), SpecPlace{row});
    }
}

void TstBuildPanel::rowsAreDragged()
{
    ShownBuild shown("mlp");
    NetworkRowModel* model = shown.rows()->rowModel();
    const QRect last = shown.rectOf({3});
    shown.drop(model->mimeData({model->indexOf({0})}), QPoint(last.center().x(), last.bottom()));
    QTRY_COMPARE(shown.names(), u"fc1 relu1 fc2 flatten"_s);
    const QRect first = shown.rectOf({0});
    shown.drop(model->mimeData({model->indexOf({1}), model->indexOf({3})}),
               QPoint(first.center().x(), first.top() + 1));
    QTRY_COMPARE(shown.names(), u"relu1 flatten fc1 fc2"_s);
}

void TstBuildPanel::kindsAreDraggedToTheirPlace()
{
    ShownBuild shown("mlp");
    auto* dragged = new QMimeData;
    dragged->setData(kindMimeType(), "Residual");
    const QRect second = shown.rectOf({1});
    shown.drop(dragged, QPoint(second.center().x(), second.top() + 1));
    QTRY_COMPARE(shown.panel.network().layers[1].kind, std::string("Residual"));
    auto* into = new QMimeData;
    into->setData(kindMimeType(), "Tanh");
    shown.drop(into, shown.rectOf({1}).center());
    QTRY_COMPARE(shown.panel.network().layers[1].children.size(), std::size_t(1));
}

void TstBuildPanel::rowsAreCutCopiedAndPasted()
{
    ShownBuild shown("mlp");
    shown.click({1});
    shown.click({2}, Qt::ControlModifier);
    shown.press(Qt::Key_C, Qt::ControlModifier);
    shown.click({3});
    shown.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shown.names(), u"flatten fc1 relu1 fc2 fc3 relu2"_s);
    shown.click({0});
    shown.press(Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(shown.names(), u"fc1 relu1 fc2 fc3 relu2"_s);
    shown.panel.undo();
    shown.panel.undo();
    QVERIFY(shown.panel.isInUse());
}

void TstBuildPanel::aNetworkIsPastedAsJson()
{
    ShownBuild shown;
    QSignalSpy failed(&shown.panel, &BuildPanel::failed);
    QGuiApplication::clipboard()->setText(
        uR"({"format":"glyphscope-network","version":1,"input":{"channels":1,"height":28,"width":28,)"
        uR"("mean":0.1307,"std":0.3081},"classes":["a","b"],"layers":[{"name":"f","kind":"Flatten"}]})"_s);
    QTest::mouseClick(shown.find<QToolButton>("build.paste"), Qt::LeftButton);
    QCOMPARE(shown.names(), u"f"_s);
    QGuiApplication::clipboard()->setText(u"{\"format\":3}"_s);
    shown.panel.paste();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(shown.names(), u"f"_s);
}

void TstBuildPanel::sourceCodeIsPasted()
{
    ShownBuild shown;
    QSignalSpy failed(&shown.panel, &BuildPanel::failed);
    const NetworkSpec lenet = presetNamed("lenet-5")->make(10);
    for (const CodeLanguage language : {CodeLanguage::PythonSequential, CodeLanguage::Print}) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(sourceCode(lenet, language).text));
        shown.panel.paste();
        QVERIFY(shown.panel.verdict().fits());
        QCOMPARE(shown.names(), namesIn(lenet.layers));
        shown.panel.undo();
        QVERIFY(shown.panel.isInUse());
    }
    QGuiApplication::clipboard()->setText(u"nn.Sequential(nn.Flatten(), nn.Magic())"_s);
    shown.panel.paste();
    QCOMPARE(failed.size(), 1);
    QGuiApplication::clipboard()->setText(u"  "_s);
    shown.panel.paste();
    QCOMPARE(failed.size(), 2);
    QVERIFY(shown.panel.isInUse());
}

void TstBuildPanel::blocksAreMadeAndTakenApart()
{
    ShownBuild shown("mlp");
    shown.click({1});
    shown.click({2}, Qt::ShiftModifier);
    const auto trigger = [&](const QString& text) {
        for (QAction* action : shown.find<QMenu>("build.moduleMenu")->actions())
            if (action->text() == text && action->isEnabled())
                return action->trigger();
        QFAIL(qPrintable(text));
    };
    trigger(u"Wrap in Sequential"_s);
    QCOMPARE(shown.names(), u"flatten stage(fc1 relu1) fc2"_s);
    shown.click({2});
    shown.press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(shown.names(), u"flatten stage(fc1 relu1 fc2)"_s);
    shown.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(shown.names(), u"flatten stage(fc1 relu1) fc2"_s);
    shown.click({1});
    trigger(u"Unwrap"_s);
    QCOMPARE(shown.names(), u"flatten fc1 relu1 fc2"_s);
    trigger(u"Duplicate"_s);
    QCOMPARE(shown.panel.network().layers.size(), std::size_t(6));
}

void TstBuildPanel::aMisfitIsMendedByItsButton()
{
    ShownBuild shown("mlp");
    QVERIFY(shown.repairs().isEmpty());
    shown.click({0});
    shown.press(Qt::Key_Delete);  // a Linear on maps
    QVERIFY(!shown.panel.verdict().fits());
    QVERIFY(shown.words("build.problemText").contains(u"fc1"_s));
    QVERIFY(!shown.words("build.torchText").isEmpty());
    QVERIFY(!shown.find<QPushButton>("build.apply")->isEnabled());
    QCOMPARE(shown.rows()->rows()[0].mark, RowMark::Problem);
    const QList<QToolButton*> repairs = shown.repairs();
    QVERIFY(!repairs.isEmpty());
    QTest::mouseClick(repairs.first(), Qt::LeftButton);
    QVERIFY(shown.panel.verdict().fits());
    QVERIFY(shown.repairs().isEmpty());
    shown.panel.undo();
    QVERIFY(!shown.panel.verdict().fits());
}

void TstBuildPanel::saysWhatIsKeptAndWhatIsNew()
{
    ShownBuild shown;
    QSignalSpy applied(&shown.panel, &BuildPanel::applyRequested);
    auto* apply = shown.find<QPushButton>("build.apply");
    QVERIFY(!apply->isEnabled());  // it is in use
    shown.click({1});
    auto* filter = shown.find<QLineEdit>("build.kindFilter");
    QTest::keyClicks(filter, u"conv"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(shown.panel.verdict().fits());
    QCOMPARE(shown.words("build.growth"), u"8 tensors kept, 2 new: conv3.weight, conv3.bias"_s);
    shown.find<QCheckBox>("build.identity")->click();
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(applied.size(), 1);
    QVERIFY(applied[0][0].value<NetworkSpec>() == shown.panel.network());
    QCOMPARE(applied[0][2].value<NewModules>(), NewModules::Identity);
    shown.panel.setBusy(true);
    QVERIFY(!apply->isEnabled());
    shown.panel.setBusy(false);
    QVERIFY(apply->isEnabled());
}

void TstBuildPanel::presetsTakeTheClassesInUse()
{
    ShownBuild shown;
    NetworkSpec letters = shippedNetwork(3);
    letters.classes = {"a", "b", "c"};
    shown.panel.setInUse(letters, std::make_shared<const StateDict>(filledWeights(letters, 1)));
    shown.panel.findChild<QAction*>(u"build.preset.resnet-8"_s)->trigger();
    QCOMPARE(shown.panel.network().classes, letters.classes);
    QVERIFY(shown.panel.verdict().fits());
    QVERIFY(shown.words("build.totals").contains(u"ResNet-8"_s));
    QTest::mouseClick(shown.find<QToolButton>("build.new"), Qt::LeftButton);
    QVERIFY(shown.panel.network().layers.empty());
    QVERIFY(!shown.panel.verdict().fits());
    shown.panel.undo();
    shown.panel.undo();
    QVERIFY(shown.panel.isInUse());
}

void TstBuildPanel::restoredEditsStay()
{
    BuildPanel panel;
    NetworkSpec edited = presetNamed("tiny")->make(10);
    edited.layers.pop_back();
    panel.restore(edited);
    const NetworkSpec inUse = shippedNetwork();
    panel.setInUse(inUse, std::make_shared<const StateDict>(filledWeights(inUse, 1)));
    QVERIFY(panel.network() == edited);
    QVERIFY(!panel.isInUse());
}

void TstBuildPanel::aBlockShowsWhatItRepeats()
{
    ShownBuild shown("mlp");
    NetworkSpec network = presetNamed("simple-cnn")->make(10);
    LayerSpec repeat = newLayer("Repeat");
    repeat.options["n"] = std::int64_t{4};
    LayerSpec conv = newLayer("Conv2d");
    repeat.children = {conv, newLayer("ReLU")};
    insertLayer(network, {2}, repeat);
    shown.panel.open(network, u"Open"_s);
    QVERIFY(shown.panel.verdict().fits());
    const std::vector<NetworkRow>& rows = shown.rows()->rows();
    const NetworkRow& block = rows[static_cast<std::size_t>(rowAt(rows, {2}))];
    const NetworkRow& inner = rows[static_cast<std::size_t>(rowAt(rows, {2, 0}))];
    QCOMPARE(block.repeats(), 4);
    QCOMPARE(inner.copies, 4);
    QCOMPARE(inner.parameters, 4 * (32 * 32 * 9 + 32));
    QCOMPARE(block.parameters, inner.parameters);
    std::int64_t sum = 0;
    for (const NetworkRow& row : rows)
        sum += row.parent < 0 ? row.parameters : 0;
    QCOMPARE(sum, totalsOf(shown.panel.verdict().layers).parameters);
}

void TstBuildPanel::picturesAreThoseOfTheNetworkInUse()
{
    ShownBuild shown("mlp");
    auto reading = std::make_shared<Reading>();
    reading->modules.push_back({"fc1", "Linear", {256}, std::vector<float>(256, 0.5F), 0});
    shown.panel.setReading(reading);
    const QModelIndex row = shown.rows()->rowModel()->indexOf({1});
    QTRY_VERIFY(!row.data(NetworkRowModel::PictureRole).value<QImage>().isNull());
    shown.click({2});
    shown.press(Qt::Key_Delete);
    QTRY_VERIFY(
        shown.rows()->rowModel()->indexOf({1}).data(NetworkRowModel::PictureRole).value<QImage>().isNull());
}

GLYPHSCOPE_TEST(TstBuildPanel, Widgets)
#include "tst_build_panel.moc"
