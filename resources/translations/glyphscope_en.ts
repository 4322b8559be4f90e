<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>%1 (%Ln sample(s) of other classes left out)</source>
        <translation>
            <numerusform>%1 (%Ln sample of other classes left out)</numerusform>
            <numerusform>%1 (%Ln samples of other classes left out)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ink file(s)</source>
        <translation>
            <numerusform>%Ln ink file</numerusform>
            <numerusform>%Ln ink files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of what is no digit</source>
        <translation>
            <numerusform>%Ln file of what is no digit</numerusform>
            <numerusform>%Ln files of what is no digit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ApplyCard</name>
    <message numerus="yes">
        <source>All %n tensor(s) are kept.</source>
        <translation>
            <numerusform>The one tensor is kept.</numerusform>
            <numerusform>All %n tensors are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n tensor(s) are new: it must be trained.</source>
        <translation>
            <numerusform>The one tensor is new: it must be trained.</numerusform>
            <numerusform>All %n tensors are new: it must be trained.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) kept, %1 new: %2</source>
        <translation>
            <numerusform>%n tensor kept, %1 new: %2</numerusform>
            <numerusform>%n tensors kept, %1 new: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::BuildPanel</name>
    <message numerus="yes">
        <source>Paste %n module(s)</source>
        <translation>
            <numerusform>Paste %n module</numerusform>
            <numerusform>Paste %n modules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::CommandText</name>
    <message numerus="yes">
        <source>Fitted on %Ln drawing(s).</source>
        <translation>
            <numerusform>Fitted on %Ln drawing.</numerusform>
            <numerusform>Fitted on %Ln drawings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n tensor</numerusform>
            <numerusform>%n tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln drawing</numerusform>
            <numerusform>%Ln drawings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 -&gt; %2 (%L3 points, %Ln image(s))</source>
        <translation>
            <numerusform>%1 -&gt; %2 (%L3 points, %Ln image)</numerusform>
            <numerusform>%1 -&gt; %2 (%L3 points, %Ln images)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fine-tuned on %Ln sample(s) in %L1 s.</source>
        <translation>
            <numerusform>Fine-tuned on %Ln sample in %L1 s.</numerusform>
            <numerusform>Fine-tuned on %Ln samples in %L1 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n array(s)</source>
        <translation>
            <numerusform>%n array</numerusform>
            <numerusform>%n arrays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluation(s)</source>
        <translation>
            <numerusform>%Ln evaluation</numerusform>
            <numerusform>%Ln evaluations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more note(s) of this kind.</source>
        <translation>
            <numerusform>%Ln more note of this kind.</numerusform>
            <numerusform>%Ln more notes of this kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln module(s)</source>
        <translation>
            <numerusform>%Ln module</numerusform>
            <numerusform>%Ln modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n digit(s)</source>
        <comment>numbers</comment>
        <translation>
            <numerusform>of %n digit</numerusform>
            <numerusform>of %n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln drawing(s) left out, since no division fits the label.</source>
        <translation>
            <numerusform>%1: %Ln drawing left out, since no division fits the label.</numerusform>
            <numerusform>%1: %Ln drawings left out, since no division fits the label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n character(s), labelled by their rows: %2</source>
        <comment>a sheet, what was found, the files that were written</comment>
        <translation>
            <numerusform>%1: %n character, labelled by their rows: %2</numerusform>
            <numerusform>%1: %n characters, labelled by their rows: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n character(s), labelled as they are read: %2</source>
        <comment>a sheet, what was found, the files that were written</comment>
        <translation>
            <numerusform>%1: %n character, labelled as they are read: %2</numerusform>
            <numerusform>%1: %n characters, labelled as they are read: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: a sheet with %n row(s) to print</source>
        <comment>the file that was written</comment>
        <translation>
            <numerusform>%1: a sheet with %n row to print</numerusform>
            <numerusform>%1: a sheet with %n rows to print</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::DataController</name>
    <message numerus="yes">
        <source>%1: its %Ln image(s) will be trained on, too. Training shows the mix.</source>
        <translation>
            <numerusform>%1: its %Ln image will be trained on, too. Training shows the mix.</numerusform>
            <numerusform>%1: its %Ln images will be trained on, too. Training shows the mix.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln image(s) to train on. %2 is chosen so far.</source>
        <translation>
            <numerusform>%1 has %Ln image to train on. %2 is chosen so far.</numerusform>
            <numerusform>%1 has %Ln images to train on. %2 is chosen so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln image(s) of other classes than %2, which is chosen so far.</source>
        <translation>
            <numerusform>%1 has %Ln image of other classes than %2, which is chosen so far.</numerusform>
            <numerusform>%1 has %Ln images of other classes than %2, which is chosen so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: its %Ln image(s) will be trained on.</source>
        <translation>
            <numerusform>%1: its %Ln image will be trained on.</numerusform>
            <numerusform>%1: its %Ln images will be trained on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln drawing(s) of %2 classes from &quot;%3&quot; to &quot;%4&quot;, others than those of %5, which is chosen so far.</source>
        <translation>
            <numerusform>%1 has %Ln drawing of %2 classes from &quot;%3&quot; to &quot;%4&quot;, others than those of %5, which is chosen so far.</numerusform>
            <numerusform>%1 has %Ln drawings of %2 classes from &quot;%3&quot; to &quot;%4&quot;, others than those of %5, which is chosen so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln labelled drawing(s), from &quot;%2&quot; to &quot;%3&quot;, which can be trained on.</source>
        <translation>
            <numerusform>%1 has %Ln labelled drawing, from &quot;%2&quot; to &quot;%3&quot;, which can be trained on.</numerusform>
            <numerusform>%1 has %Ln labelled drawings, from &quot;%2&quot; to &quot;%3&quot;, which can be trained on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: its %Ln drawing(s) will be trained on. Training gives the network in use an output for each of the %2 classes; Build makes another network.</source>
        <translation>
            <numerusform>%1: its %Ln drawing will be trained on. Training gives the network in use an output for each of the %2 classes; Build makes another network.</numerusform>
            <numerusform>%1: its %Ln drawings will be trained on. Training gives the network in use an output for each of the %2 classes; Build makes another network.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::DataPicker</name>
    <message numerus="yes">
        <source>My handwriting, %Ln sample(s)</source>
        <translation>
            <numerusform>My handwriting, %Ln sample</numerusform>
            <numerusform>My handwriting, %Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln not digit(s)</source>
        <translation>
            <numerusform>%1, %Ln not a digit</numerusform>
            <numerusform>%1, %Ln not digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln image(s)</source>
        <translation>
            <numerusform>%1, %Ln image</numerusform>
            <numerusform>%1, %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>MNIST, %Ln image(s)</source>
        <translation>
            <numerusform>MNIST, %Ln image</numerusform>
            <numerusform>MNIST, %Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::DataText</name>
    <message numerus="yes">
        <source>my %Ln sample(s)</source>
        <translation>
            <numerusform>my %Ln sample</numerusform>
            <numerusform>my %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::DeviceController</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::EvaluationText</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in %1</source>
        <translation>
            <numerusform>%Ln error in %1</numerusform>
            <numerusform>%Ln errors in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ExplanationText</name>
    <message numerus="yes">
        <source>%n hook(s) of yours change the input of %1 before it is used.</source>
        <translation>
            <numerusform>A hook of yours changes the input of %1 before it is used.</numerusform>
            <numerusform>%n hooks of yours change the input of %1 before it is used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hook(s) of yours change the output of %1.</source>
        <translation>
            <numerusform>A hook of yours changes the output of %1.</numerusform>
            <numerusform>%n hooks of yours change the output of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sum of %Ln product(s)</source>
        <translation>
            <numerusform>Sum of %Ln product</numerusform>
            <numerusform>Sum of %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of %Ln value(s)</source>
        <translation>
            <numerusform>Mean of %Ln value</numerusform>
            <numerusform>Mean of %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sum of %Ln value(s)</source>
        <translation>
            <numerusform>Sum of %Ln value</numerusform>
            <numerusform>Sum of %Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::FineTuneCard</name>
    <message numerus="yes">
        <source>Trains %Ln step(s) on your %1, with %2 % of each batch replayed from the training set so that nothing is forgotten.</source>
        <translation>
            <numerusform>Trains %Ln step on your %1, with %2 % of each batch replayed from the training set so that nothing is forgotten.</numerusform>
            <numerusform>Trains %Ln steps on your %1, with %2 % of each batch replayed from the training set so that nothing is forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trains %Ln step(s) on your %1.</source>
        <translation>
            <numerusform>Trains %Ln step on your %1.</numerusform>
            <numerusform>Trains %Ln steps on your %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::FlowHistoryText</name>
    <message numerus="yes">
        <source>Gradient of its output: %1, over %Ln image(s)</source>
        <translation>
            <numerusform>Gradient of its output: %1, over %Ln image</numerusform>
            <numerusform>Gradient of its output: %1, over %Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ForwardTable</name>
    <message numerus="yes">
        <source>%1: %Ln value(s) are not finite</source>
        <translation>
            <numerusform>%1: %Ln value is not finite</numerusform>
            <numerusform>%1: %Ln values are not finite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HistogramView</name>
    <message numerus="yes">
        <source>%1 to %2: %Ln value(s), %3</source>
        <translation>
            <numerusform>%1 to %2: %Ln value, %3</numerusform>
            <numerusform>%1 to %2: %Ln values, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) in the fullest of %1 bins</source>
        <translation>
            <numerusform>%Ln value in the fullest of %1 bins</numerusform>
            <numerusform>%Ln values in the fullest of %1 bins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HookDocumentText</name>
    <message numerus="yes">
        <source>Remove %n hook(s)</source>
        <translation>
            <numerusform>Remove %n hook</numerusform>
            <numerusform>Remove %n hooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HookLogPage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HookTableModel</name>
    <message numerus="yes">
        <source>%Ln call(s), %1 each. Last value: %2.</source>
        <translation>
            <numerusform>%Ln call, %1 each. Last value: %2.</numerusform>
            <numerusform>%Ln calls, %1 each. Last value: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1 each. Last value: %2, %3, %4.</source>
        <translation>
            <numerusform>%Ln call, %1 each. Last value: %2, %3, %4.</numerusform>
            <numerusform>%Ln calls, %1 each. Last value: %2, %3, %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HookText</name>
    <message numerus="yes">
        <source>%n hook(s) change what the network gives.</source>
        <translation>
            <numerusform>%n hook changes what the network gives.</numerusform>
            <numerusform>%n hooks change what the network gives.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %n hook(s): %1, %2.</source>
        <translation>
            <numerusform>Without it: %1, %2.</numerusform>
            <numerusform>Without them: %1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %n hook(s): none of the classes, nearest %1, %2.</source>
        <translation>
            <numerusform>Without it: none of the classes, nearest %1, %2.</numerusform>
            <numerusform>Without them: none of the classes, nearest %1, %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HooksPage</name>
    <message numerus="yes">
        <source>%n hook(s)</source>
        <translation>
            <numerusform>%n hook</numerusform>
            <numerusform>%n hooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::InspectionController</name>
    <message numerus="yes">
        <source>%n hook(s) of the last session are active and may change answers: see Hooks.</source>
        <translation>
            <numerusform>%n hook of the last session is active and may change answers: see Hooks.</numerusform>
            <numerusform>%n hooks of the last session are active and may change answers: see Hooks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hook(s) wait: this network does not have their modules. See Hooks.</source>
        <translation>
            <numerusform>%n hook waits: this network does not have its module. See Hooks.</numerusform>
            <numerusform>%n hooks wait: this network does not have their modules. See Hooks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::LabelRow</name>
    <message numerus="yes">
        <source>Keep %n character(s), each as a sample of what it was</source>
        <translation>
            <numerusform>Keep %n character, each as a sample of what it was</numerusform>
            <numerusform>Keep %n characters, each as a sample of what it was</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleCard</name>
    <message numerus="yes">
        <source>Holds %n module(s), shown before it. Press Space to fold it.</source>
        <translation>
            <numerusform>Holds %n module, shown before it. Press Space to fold it.</numerusform>
            <numerusform>Holds %n modules, shown before it. Press Space to fold it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %n module(s). Press Space to open it.</source>
        <translation>
            <numerusform>Holds %n module. Press Space to open it.</numerusform>
            <numerusform>Holds %n modules. Press Space to open it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleStepsText</name>
    <message numerus="yes">
        <source>The %n filter(s) of %1, one kernel each</source>
        <translation>
            <numerusform>The filter of %1, one kernel</numerusform>
            <numerusform>The %n filters of %1, one kernel each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filter %1 of %2: a kernel for each of the %n channel(s) of %3</source>
        <translation>
            <numerusform>Filter %1 of %2: a kernel for the channel of %3</numerusform>
            <numerusform>Filter %1 of %2: a kernel for each of the %n channels of %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weights of %1, %2, laid out as the %n map(s) that were flattened</source>
        <translation>
            <numerusform>Weights of %1, %2, laid out as the map that was flattened</numerusform>
            <numerusform>Weights of %1, %2, laid out as the %n maps that were flattened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkDocumentText</name>
    <message numerus="yes">
        <source>Insert %n module(s)</source>
        <translation>
            <numerusform>Insert %n module</numerusform>
            <numerusform>Insert %n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n module(s)</source>
        <translation>
            <numerusform>Remove %n module</numerusform>
            <numerusform>Remove %n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n module(s)</source>
        <translation>
            <numerusform>Move %n module</numerusform>
            <numerusform>Move %n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n module(s)</source>
        <translation>
            <numerusform>Duplicate %n module</numerusform>
            <numerusform>Duplicate %n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrap %n module(s) in %1</source>
        <translation>
            <numerusform>Wrap %n module in %1</numerusform>
            <numerusform>Wrap %n modules in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkRowModel</name>
    <message numerus="yes">
        <source>It is in the network %n time(s); the numbers are those of all of them.</source>
        <translation>
            <numerusform>It is in the network %n time; the numbers are those of all of them.</numerusform>
            <numerusform>It is in the network %n times; the numbers are those of all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkTitle</name>
    <message numerus="yes">
        <source>a network of %n module(s)</source>
        <translation>
            <numerusform>a network of %n module</numerusform>
            <numerusform>a network of %n modules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkTotalsText</name>
    <message numerus="yes">
        <source>%Ln parameter(s), %1 MACs, %2.</source>
        <translation>
            <numerusform>%Ln parameter, %1 MACs, %2.</numerusform>
            <numerusform>%Ln parameters, %1 MACs, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 frozen: %Ln parameter(s).</source>
        <translation>
            <numerusform>%1 of %2 frozen: %Ln parameter.</numerusform>
            <numerusform>%1 of %2 frozen: %Ln parameters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln module(s).</source>
        <translation>
            <numerusform>%Ln module.</numerusform>
            <numerusform>%Ln modules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameter(s), %1 MACs, %2 of parameters, %3 of outputs.</source>
        <translation>
            <numerusform>%Ln parameter, %1 MACs, %2 of parameters, %3 of outputs.</numerusform>
            <numerusform>%Ln parameters, %1 MACs, %2 of parameters, %3 of outputs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ParameterPage</name>
    <message numerus="yes">
        <source>Unfreeze %n parameter(s)</source>
        <translation>
            <numerusform>Unfreeze %n parameter</numerusform>
            <numerusform>Unfreeze %n parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freeze %n parameter(s)</source>
        <translation>
            <numerusform>Freeze %n parameter</numerusform>
            <numerusform>Freeze %n parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ParameterTable</name>
    <message numerus="yes">
        <source>%1: %Ln value(s) are not finite</source>
        <translation>
            <numerusform>%1: %Ln value is not finite</numerusform>
            <numerusform>%1: %Ln values are not finite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ProblemList</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::RecipeText</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s) of %1 chosen images</source>
        <translation>
            <numerusform>%n epoch of %1 chosen images</numerusform>
            <numerusform>%n epochs of %1 chosen images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ReportText</name>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::RunText</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n step(s)</source>
        <translation>
            <numerusform>every step</numerusform>
            <numerusform>every %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::RunsPanel</name>
    <message numerus="yes">
        <source>%n run(s) are in the trash</source>
        <translation>
            <numerusform>%n run is in the trash</numerusform>
            <numerusform>%n runs are in the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::SampleSheetDialog</name>
    <message numerus="yes">
        <source>%n character(s) found. Each row of the sheet gives its label.</source>
        <translation>
            <numerusform>%n character found. Each row of the sheet gives its label.</numerusform>
            <numerusform>%n characters found. Each row of the sheet gives its label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) found, labelled as the network reads them.</source>
        <translation>
            <numerusform>%n character found, labelled as the network reads them.</numerusform>
            <numerusform>%n characters found, labelled as the network reads them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) read otherwise (≠)</source>
        <translation>
            <numerusform>%n character read otherwise (≠)</numerusform>
            <numerusform>%n characters read otherwise (≠)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n sample(s)</source>
        <translation>
            <numerusform>Keep %n sample</numerusform>
            <numerusform>Keep %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ScheduleSketch</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::Scrubber</name>
    <message numerus="yes">
        <source>%n checkpoint(s), ★ the best. Move the slider and your drawing is read by the weights of that time.</source>
        <translation>
            <numerusform>%n checkpoint, ★ the best. Move the slider and your drawing is read by the weights of that time.</numerusform>
            <numerusform>%n checkpoints, ★ the best. Move the slider and your drawing is read by the weights of that time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::Tour</name>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%n picture in %1</numerusform>
            <numerusform>%n pictures in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::TrainingForecast</name>
    <message numerus="yes">
        <source>This training takes about %n more minute(s) at %1 images/s. Stop keeps what it has learnt, and it can be resumed.</source>
        <translation>
            <numerusform>This training takes about %n more minute at %1 images/s. Stop keeps what it has learnt, and it can be resumed.</numerusform>
            <numerusform>This training takes about %n more minutes at %1 images/s. Stop keeps what it has learnt, and it can be resumed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::ValueHistogram</name>
    <message numerus="yes">
        <source>%Ln value(s) from %1 to %2
(heights are logarithmic)</source>
        <translation>
            <numerusform>%Ln value from %1 to %2
(heights are logarithmic)</numerusform>
            <numerusform>%Ln values from %1 to %2
(heights are logarithmic)</numerusform>
        </translation>
    </message>
</context>
</TS>
