using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Tells a story in another language, and how that text came to be; a live story changes at once.</summary>
internal static class TranslateStory
{
    internal sealed class Form
    {
        public string? Title { get; set; }

        public string? Lead { get; set; }

        public string? Body { get; set; }

        public TextOrigin? Origin { get; set; }
    }

    /// <param name="Actor">Who writes.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Story">Which story.</param>
    /// <param name="Language">One of <see cref="Hosting.Languages.Others"/>.</param>
    /// <param name="Title">Empty, like the others: none in that language.</param>
    /// <param name="Lead">One sentence.</param>
    /// <param name="Body">In light Markdown.</param>
    /// <param name="Origin">How these texts came to be.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, string Language, string? Title, string? Lead, string? Body, TextOrigin? Origin)
        : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Language).IsOtherLanguage();
            RuleFor(c => c.Origin).IsOrigin();
            RuleFor(c => c.Title).Must(t => StoryText.Fits(t, Story.TitleLength)).WithMessage("stories.title.flaw");
            RuleFor(c => c.Lead).Must(t => StoryText.Fits(t, Story.LeadLength)).WithMessage("stories.lead.flaw");
            RuleFor(c => c.Body).Must(StoryText.FitsBody).WithMessage("stories.body.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, StoryWords words, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story)
                return new NotFound();
            var now = time.Now();
            await words.ChangeAsync(
                story,
                () => story.Translate(
                    command.Language, StoryText.Line(command.Title, Story.TitleLength), StoryText.Line(command.Lead, Story.LeadLength), StoryText.Body(command.Body),
                    command.Origin!.Value, now),
                now, cancellationToken);
            return Outcome.Done;
        }
    }
}
