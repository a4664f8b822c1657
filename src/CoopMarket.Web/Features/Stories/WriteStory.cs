using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Keeps what was written, whole or half; a live story changes at once, or is held for an admin.</summary>
internal static class WriteStory
{
    /// <param name="Actor">Who writes.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Story">Which story.</param>
    /// <param name="Title">May still be empty.</param>
    /// <param name="Lead">May still be empty.</param>
    /// <param name="Body">In light Markdown; may still be empty; null: it stays as it is.</param>
    /// <param name="Maker">Whom it is about; null where about no one woman.</param>
    /// <param name="Products">Which goods it belongs to.</param>
    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, StoryId Story, LocalizedText Title, LocalizedText Lead, LocalizedText? Body, MakerId? Maker, IReadOnlyCollection<ProductId> Products)
        : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            // Each language has its own field, and its flaw stands there.
            foreach (var (language, field) in new[] { ("vi", "Vi"), ("en", "En") })
            {
                RuleFor(c => c.Title).Must(t => StoryText.Fits(Typed(t, language), Story.TitleLength)).OverridePropertyName("Title" + field).WithMessage("stories.title.flaw");
                RuleFor(c => c.Lead).Must(t => StoryText.Fits(Typed(t, language), Story.LeadLength)).OverridePropertyName("Lead" + field).WithMessage("stories.lead.flaw");
                RuleFor(c => c.Body).Must(t => StoryText.FitsBody(Typed(t, language)))
                    .OverridePropertyName("Body" + field).WithMessage("stories.body.flaw");
            }

            RuleFor(c => c.Products).Must(p => p.Count <= Story.MostProducts).WithMessage("stories.products.flaw");
        }

        private static string Typed(LocalizedText? text, string language) => text?.All.GetValueOrDefault(language) ?? "";
    }

    internal sealed class Handler(MarketDb db, ProductOwners products, Makers makers, StoryWords words, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story)
                return new NotFound();
            if (command.Maker is { } maker && (await makers.OneAsync(maker, cancellationToken))?.Cooperative != command.Cooperative)
                return new NotFound();
            var own = await products.NamesAsync(command.Cooperative, cancellationToken);
            if (command.Products.Any(p => !own.ContainsKey(p)))
                return new NotFound();
            var body = command.Body is { } typed ? story.Body.Anew(StoryText.Body(typed)) : story.Body;
            // Of what a block shows, the story tells, whatever a page says that was opened before.
            var about = command.Products.Union(StoryBlocks.ProductsIn(body.Vi).Where(own.ContainsKey)).ToList();
            if (about.Count > Story.MostProducts)
                return Outcome.Invalid("Products", "stories.products.flaw");
            var now = time.Now();
            await words.ChangeAsync(
                story,
                () => story.Write(
                    story.Title.Anew(StoryText.Line(command.Title, Story.TitleLength)), story.Lead.Anew(StoryText.Line(command.Lead, Story.LeadLength)),
                    body, command.Maker, about, now),
                now, cancellationToken);
            return Outcome.Done;
        }
    }
}
