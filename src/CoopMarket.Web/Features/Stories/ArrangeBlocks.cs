using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>What is done to the order of a story's blocks.</summary>
internal enum BlockMove
{
    /// <summary>An empty one is put behind the others.</summary>
    Add,

    Up,

    Down,

    TakeAway,

    /// <summary>What was taken away comes back to where it stood.</summary>
    PutBack,

    /// <summary>A text comes apart into its paragraphs.</summary>
    Split,

    /// <summary>The questions of a pattern are put behind what stands there.</summary>
    Begin,
}

/// <summary>Adds, moves and takes away blocks of a story's Vietnamese text; a live story changes at once, or is held for an admin.</summary>
internal static class ArrangeBlocks
{
    /// <param name="Actor">Who writes.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Story">Which story.</param>
    /// <param name="Change">What is done.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, BlockChange Change) : ICommand<Outcome<Arranged>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    /// <param name="Place">Where to look now, from 0.</param>
    /// <param name="Added">The kind of what was added empty; null where nothing was.</param>
    /// <param name="Taken">What was taken away, as text; null where nothing was.</param>
    internal sealed record Arranged(int Place, BlockKind? Added = null, string? Taken = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Change).NotNull().WithMessage("stories.blocks.flaw").DependentRules(() =>
            {
                RuleFor(c => c.Change.Kind).Must(k => k is null || Enum.IsDefined(k.Value)).WithMessage("stories.blocks.flaw");
                RuleFor(c => c.Change.Pattern).Must(p => p is null || StoryPatterns.All.Contains(p)).WithMessage("stories.blocks.flaw");
                RuleFor(c => c.Change.Taken).Must(StoryText.FitsBody).WithMessage("stories.body.flaw");
            });
        }
    }

    internal sealed class Handler(MarketDb db, StoryWords words, TimeProvider time) : IRequestHandler<Command, Outcome<Arranged>>
    {
        public async Task<Outcome<Arranged>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Story>().OfCooperativeAsync(command.Cooperative, command.Story, cancellationToken) is not { } story)
                return new NotFound();
            List<StoryBlock> blocks = [.. StoryBlocks.Parse(story.Body.Vi)];
            var arranged = Arrange(blocks, command.Change);
            if (!arranged.IsDone)
                return arranged;
            var body = StoryBlocks.Write(blocks);
            if (!StoryText.FitsBody(body))
                return Outcome<Arranged>.Invalid("", "stories.body.flaw");
            var now = time.Now();
            await words.ChangeAsync(story, () => story.Tell(StoryText.Body(body), [.. story.Products.Select(p => p.Product)], now), now, cancellationToken);
            return arranged;
        }

        private static Outcome<Arranged> Arrange(List<StoryBlock> blocks, BlockChange change)
        {
            List<StoryBlock>? more = change switch
            {
                { Move: BlockMove.Add, Kind: { } kind } => [StoryBlock.Empty(kind)],
                { Move: BlockMove.Begin, Pattern: { } pattern } => [.. StoryPatterns.Blocks(pattern)],
                { Move: BlockMove.PutBack } => [.. StoryBlocks.Parse(StoryText.Body(change.Taken))],
                _ => null,
            };
            if (more is not null)
                return Put(blocks, change.Move == BlockMove.PutBack ? Math.Min(change.Place, blocks.Count) : blocks.Count, more, change.Kind);
            if (StoryBlocks.Find(blocks, change.Place, change.Seen ?? "") is not { } at)
                return new BlockChangedMeanwhile();
            var block = blocks[at];
            blocks.RemoveAt(at);
            return change.Move switch
            {
                BlockMove.Up => Put(blocks, Math.Max(0, at - 1), [block]),
                BlockMove.Down => Put(blocks, Math.Min(blocks.Count, at + 1), [block]),
                BlockMove.Split when block is TextBlock text => Put(blocks, at, text.Paragraphs()),
                _ => new Arranged(at, Taken: StoryBlocks.Write([block])),
            };
        }

        private static Outcome<Arranged> Put(List<StoryBlock> blocks, int at, IReadOnlyList<StoryBlock> more, BlockKind? added = null)
        {
            if (blocks.Count + more.Count > StoryBlocks.Most && more.Count > 1 || (added is not null && blocks.Count >= StoryBlocks.Most))
                return new TooManyBlocks(StoryBlocks.Most);
            blocks.InsertRange(at, more);
            return new Arranged(at, added);
        }
    }
}
