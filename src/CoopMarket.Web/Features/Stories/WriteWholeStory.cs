using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Keeps the whole text of a story at once, in Vietnamese and English, as it was typed with the lines of its blocks.</summary>
internal static class WriteWholeStory
{
    internal sealed class Form
    {
        /// <summary>What the text was known by when it was opened (<see cref="Print"/>).</summary>
        public string? Seen { get; set; }

        public string? BodyVi { get; set; }

        public string? BodyEn { get; set; }
    }

    /// <param name="Actor">Who writes.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Story">Which story.</param>
    /// <param name="Typed">What was typed.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, Form Typed) : ICommand<Outcome<string>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    /// <summary>What a text in both languages is known by.</summary>
    public static string Print(LocalizedText body) => TextPrint.Of([body.Vi, body.All.GetValueOrDefault("en")]);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Typed.BodyVi).Must(StoryText.FitsBody).OverridePropertyName("BodyVi").WithMessage("stories.body.flaw");
            RuleFor(c => c.Typed.BodyEn).Must(StoryText.FitsBody).OverridePropertyName("BodyEn").WithMessage("stories.body.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, ProductOwners products, StoryWords words, TimeProvider time) : IRequestHandler<Command, Outcome<string>>
    {
        public async Task<Outcome<string>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story)
                return new NotFound();
            var body = story.Body.Anew(new(StoryText.Body(command.Typed.BodyVi), StoryText.Body(command.Typed.BodyEn)));
            if (command.Typed.Seen != Print(story.Body) && Print(body) != Print(story.Body))
                return new TextChangedMeanwhile();
            var own = await products.NamesAsync(command.Cooperative, cancellationToken);
            var about = story.Products.Select(p => p.Product).Union(StoryBlocks.ProductsIn(body.Vi).Where(own.ContainsKey)).ToList();
            if (about.Count > Story.MostProducts)
                return Outcome<string>.Invalid("BodyVi", "stories.products.flaw");
            var now = time.Now();
            await words.ChangeAsync(story, () => story.Write(story.Title, story.Lead, body, story.Maker, about, now), now, cancellationToken);
            return Print(body);
        }
    }
}
