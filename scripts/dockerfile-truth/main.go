// dockerfile-truth says what BuildKit's own parser makes of Dockerfiles, as JSON, so that the reader of this
// project can be held against it.
//
//	dockerfile-truth Dockerfile...    one object per file: instructions, stages, the first error
//	dockerfile-truth -words FILE      FILE has lines "word<TAB>NAME=value ...": what each word expands to
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/command"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

type heredoc struct {
	Name           string `json:"name"`
	FileDescriptor uint   `json:"file_descriptor"`
	Expand         bool   `json:"expand"`
	Chomp          bool   `json:"chomp"`
	Content        string `json:"content"`
}

type instruction struct {
	Name      string        `json:"name"`
	Flags     []string      `json:"flags"`
	Exec      bool          `json:"exec"`
	Arguments []string      `json:"arguments"`
	Inner     []instruction `json:"inner,omitempty"`
	Heredocs  []heredoc     `json:"heredocs"`
	Comments  []string      `json:"comments"`
	FirstLine int           `json:"first_line"`
	LastLine  int           `json:"last_line"`
}

type mount struct {
	Type     string `json:"type"`
	From     string `json:"from"`
	Source   string `json:"source"`
	Target   string `json:"target"`
	ID       string `json:"id"`
	Sharing  string `json:"sharing"`
	ReadOnly bool   `json:"read_only"`
	Required bool   `json:"required"`
	Env      string `json:"env"`
}

type stage struct {
	Name         string    `json:"name"`
	Base         string    `json:"base"`
	Platform     string    `json:"platform"`
	Instructions int       `json:"instructions"`
	Mounts       [][]mount `json:"mounts"`
}

type fault struct {
	Message   string `json:"message"`
	FirstLine int    `json:"first_line"`
}

type directive struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Line  int    `json:"line"`
}

type dockerfile struct {
	Escape          string        `json:"escape"`
	Directives      []directive   `json:"directives"`
	Instructions    []instruction `json:"instructions"`
	Warnings        int           `json:"warnings"`
	SyntaxFault     *fault        `json:"syntax_fault"`
	Stages          []stage       `json:"stages"`
	GlobalArguments []string      `json:"global_arguments"`
	Fault           *fault        `json:"fault"`
}

func faultOf(err error) *fault {
	result := &fault{Message: err.Error()}
	var located *parser.LocationError
	if errors.As(err, &located) && len(located.Locations) > 0 && len(located.Locations[0]) > 0 {
		result.FirstLine = located.Locations[0][0].Start.Line
	}
	return result
}

func instructionOf(node *parser.Node) instruction {
	result := instruction{
		Name: node.Value, Flags: node.Flags, Exec: node.Attributes["json"], Comments: node.PrevComment,
		FirstLine: node.StartLine, LastLine: node.EndLine,
	}
	for next := node.Next; next != nil; next = next.Next {
		for _, child := range next.Children {
			inner := instructionOf(child)
			inner.FirstLine, inner.LastLine = node.StartLine, node.EndLine
			result.Inner = append(result.Inner, inner)
		}
		if _, known := command.Commands[strings.ToLower(node.Value)]; known && len(next.Children) == 0 {
			result.Arguments = append(result.Arguments, next.Value)
		}
	}
	for _, each := range node.Heredocs {
		result.Heredocs = append(result.Heredocs, heredoc(each))
	}
	return result
}

func stageOf(from instructions.Stage) stage {
	result := stage{Name: from.Name, Base: from.BaseName, Platform: from.Platform, Instructions: len(from.Commands)}
	for _, command := range from.Commands {
		run, isRun := command.(*instructions.RunCommand)
		if !isRun {
			continue
		}
		asWritten := func(word string) (string, error) { return word, nil }
		if run.Expand(asWritten) != nil {
			continue
		}
		var mounts []mount
		for _, each := range instructions.GetMounts(run) {
			env := ""
			if each.Env != nil {
				env = *each.Env
			}
			mounts = append(mounts, mount{
				string(each.Type), each.From, each.Source, each.Target, each.CacheID,
				string(each.CacheSharing), each.ReadOnly, each.Required, env,
			})
		}
		if mounts != nil {
			result.Mounts = append(result.Mounts, mounts)
		}
	}
	return result
}

// directivesOf takes lines as parser.Parse does: without a byte order mark and indentation.
func directivesOf(text []byte) []directive {
	var result []directive
	var directives parser.DirectiveParser
	for _, line := range strings.Split(strings.TrimPrefix(string(text), "\uFEFF"), "\n") {
		found, err := directives.ParseLine([]byte(strings.TrimSpace(line)))
		if err != nil || found == nil {
			break
		}
		result = append(result, directive{found.Name, found.Value, found.Location[0].Start.Line})
	}
	return result
}

func read(text []byte) dockerfile {
	var result dockerfile
	result.Directives = directivesOf(text)
	parsed, err := parser.Parse(strings.NewReader(string(text)))
	if err != nil {
		result.SyntaxFault = faultOf(err)
		return result
	}
	result.Escape = string(parsed.EscapeToken)
	result.Warnings = len(parsed.Warnings)
	for _, node := range parsed.AST.Children {
		result.Instructions = append(result.Instructions, instructionOf(node))
	}
	stages, arguments, err := instructions.Parse(parsed.AST, nil)
	if err != nil {
		result.Fault = faultOf(err)
		return result
	}
	for _, each := range stages {
		result.Stages = append(result.Stages, stageOf(each))
	}
	for _, each := range arguments {
		for _, argument := range each.Args {
			result.GlobalArguments = append(result.GlobalArguments, argument.Key)
		}
	}
	return result
}

type expansion struct {
	Word        string            `json:"word"`
	Environment map[string]string `json:"environment"`
	Result      string            `json:"result"`
	Fault       string            `json:"fault,omitempty"`
}

func expandWords(path string) ([]expansion, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var results []expansion
	for lines := bufio.NewScanner(file); lines.Scan(); {
		word, given, _ := strings.Cut(lines.Text(), "\t")
		result := expansion{Word: word, Environment: map[string]string{}}
		environment := strings.Fields(given)
		for _, each := range environment {
			name, value, _ := strings.Cut(each, "=")
			result.Environment[name] = value
		}
		text, _, err := shell.NewLex('\\').ProcessWord(word, shell.EnvsFromSlice(environment))
		if err != nil {
			result.Fault = err.Error()
		} else {
			result.Result = text
		}
		results = append(results, result)
	}
	return results, nil
}

func run(arguments []string) (any, error) {
	if len(arguments) == 2 && arguments[0] == "-words" {
		return expandWords(arguments[1])
	}
	results := map[string]dockerfile{}
	for _, path := range arguments {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		results[filepath.Base(path)] = read(text)
	}
	return results, nil
}

func main() {
	result, err := run(os.Args[1:])
	if err == nil {
		encoder := json.NewEncoder(os.Stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", " ")
		err = encoder.Encode(result)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "dockerfile-truth:", err)
		os.Exit(1)
	}
}
