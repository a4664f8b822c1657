using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Writes down whose voice it is, in which language, what it says, the same for readers, and when which line is said.</summary>
internal static class WriteVoice
{
    internal sealed class Form
    {
        public string? Who { get; set; }

        public string? Language { get; set; }

        public string? Transcript { get; set; }

        public string? Vi { get; set; }

        public string? En { get; set; }

        public string? Fr { get; set; }

        public string? Lines { get; set; }

        public static Form Of(Recording recording) => new()
        {
            Who = recording.Who,
            Language = recording.Language,
            Transcript = recording.Transcript,
            Vi = recording.Translations.All.GetValueOrDefault("vi"),
            En = recording.Translations.All.GetValueOrDefault("en"),
            Fr = recording.Translations.All.GetValueOrDefault("fr"),
            Lines = TimedLines.Typed(recording.Lines),
        };
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, RecordingId Recording, Form Form) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Recording.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Form).SetValidator(new Rules()).OverridePropertyName("");
    }

    private sealed class Rules : AbstractValidator<Form>
    {
        public Rules()
        {
            RuleFor(f => f.Who).IsKept("stories", Recording.WhoLength, severalLines: false, required: null);
            RuleFor(f => f.Language).Must(SpokenLanguages.Has).WithMessage("stories.flaw.language");
            RuleFor(f => f.Transcript).IsKept("stories", Recording.TranscriptLength, severalLines: true, required: null);
            RuleFor(f => f.Vi).IsKept("stories", Recording.TranscriptLength, severalLines: true, required: null);
            RuleFor(f => f.En).IsKept("stories", Recording.TranscriptLength, severalLines: true, required: null);
            RuleFor(f => f.Fr).IsKept("stories", Recording.TranscriptLength, severalLines: true, required: null);
            RuleFor(f => f.Lines).IsKept("stories", TimedLines.Length, severalLines: true, required: null);
        }
    }

    internal sealed class Handler(StoryVoices.Row row) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.OneAsync(command.Cooperative, command.Recording, cancellationToken) is not { } recording)
                return new NotFound();
            var form = command.Form;
            // Line by line as it was typed, so that the number in the sentence is the one that she sees.
            var (lines, flaw) = TimedLines.Read(form.Lines?.Normalize(), recording.Milliseconds);
            if (flaw is not null)
                return Outcome.Invalid("Lines", "stories.lines." + flaw.Key, flaw.Line);
            recording.Tell(
                TypedTexts.Kept(form.Who, Recording.WhoLength, severalLines: false), form.Language!, Told(form.Transcript),
                new([new("vi", Told(form.Vi)), new("en", Told(form.En)), new("fr", Told(form.Fr))]), lines.Count == 0 ? "" : TimedLines.Written(lines));
            return Outcome.Done;
        }

        private static string Told(string? typed) => TypedTexts.Kept(typed, Recording.TranscriptLength, severalLines: true);
    }
}
