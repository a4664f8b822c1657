using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>
/// Keeps one block of a story's Vietnamese text; a live story changes at once, or is held for an admin. What others change in other
/// blocks meanwhile stays; where somebody changed this one, it is refused.
/// </summary>
internal static class WriteBlock
{
    /// <param name="Actor">Who writes.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Story">Which story.</param>
    /// <param name="Place">Where the block stood, from 0.</param>
    /// <param name="Form">What it is to be.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, int Place, BlockForm Form) : ICommand<Outcome<Written>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    /// <param name="Place">Where the block stands now, from 0.</param>
    /// <param name="Print">What it is known by next time.</param>
    internal sealed record Written(int Place, string Print);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Form).SetValidator(new Rules()).OverridePropertyName("");
    }

    private sealed class Rules : AbstractValidator<BlockForm>
    {
        public Rules()
        {
            RuleFor(f => f.Kind).IsInEnum().WithMessage("stories.blocks.flaw");
            RuleFor(f => f.Words).Must(StoryText.FitsBody).WithMessage("stories.body.flaw");
            RuleFor(f => f.Who).IsKept("stories", StoryBlock.WhoLength, severalLines: false, required: null);
            RuleFor(f => f.Caption).IsKept("stories", StoryBlock.CaptionLength, severalLines: false, required: null);
            When(f => f.Kind == BlockKind.Video, () =>
            {
                RuleFor(f => f.Caption).IsKept("stories", StoryBlock.TitleLength, severalLines: false, required: null);
                foreach (var flaw in Enum.GetValues<VideoFlaw>())
                    RuleFor(f => f.Link).Must(l => string.IsNullOrWhiteSpace(l) || Video.Read(l).Flaw != flaw).WithMessage("stories.link." + flaw);
            });
        }
    }

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos, ProductOwners products, StoryWords words, TimeProvider time) : IRequestHandler<Command, Outcome<Written>>
    {
        public async Task<Outcome<Written>> Handle(Command command, CancellationToken cancellationToken)
        {
            var form = command.Form;
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story || !await OwnsAsync(command, cancellationToken))
                return new NotFound();
            List<StoryBlock> blocks = [.. StoryBlocks.Parse(story.Body.Vi)];
            if (form.Seen is null && blocks.Count >= StoryBlocks.Most)
                return new TooManyBlocks(StoryBlocks.Most);
            if (form.Seen is null)
                blocks.Add(StoryBlock.Empty(form.Kind));
            var question = ((form.Seen is null ? null : blocks.ElementAtOrDefault(command.Place)) as TextBlock)?.Question;
            if ((form.Seen is null ? blocks.Count - 1 : StoryBlocks.Find(blocks, command.Place, form.Seen)) is not { } at)
                // The same sent twice, because the answer to the first time was lost on the way, is kept once.
                return blocks.ElementAtOrDefault(command.Place) is { } there && there == form.Block(question) ? new Written(command.Place, StoryBlocks.Print(there)) : new BlockChangedMeanwhile();
            if (blocks[at].Kind != form.Kind)
                return new BlockChangedMeanwhile();
            blocks[at] = form.Block((blocks[at] as TextBlock)?.Question);
            var body = StoryBlocks.Write(blocks);
            if (!StoryText.FitsBody(body))
                return Outcome<Written>.Invalid("Words", "stories.body.flaw");
            // Of what a story shows, it tells: so the product's page leads to it, and words about food are looked at.
            var about = story.Products.Select(p => p.Product).ToHashSet();
            if (form is { Kind: BlockKind.Product, Product: { } shown })
                about.Add(shown);
            if (about.Count > Story.MostProducts)
                return Outcome<Written>.Invalid("Product", "stories.products.flaw");
            var now = time.Now();
            await words.ChangeAsync(story, () => story.Tell(StoryText.Body(body), about, now), now, cancellationToken);
            return new Written(at, StoryBlocks.Print(blocks[at]));
        }

        // Photos and voices of the story, goods of the cooperative.
        private async Task<bool> OwnsAsync(Command command, CancellationToken cancellationToken)
        {
            var form = command.Form;
            return (form.Photo is not { } photo || (await photos.OfAsync(PhotoSubject.Of(command.Story), cancellationToken)).Any(p => p.Id == photo))
                && (form.Recording is not { } voice || (await db.VoicesOfAsync(command.Story, cancellationToken)).Any(v => v.Id == voice))
                && (form.Product is not { } product || await products.OwnsAsync(command.Cooperative, product, cancellationToken));
        }
    }
}
