using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Looks for what explains lines of the card gateway's books, and books what the gateway kept with those that are.</summary>
internal static class JudgeCardMoves
{
    /// <summary>Sent by the comparison; never by a page.</summary>
    internal sealed record Command(Actor Actor, IReadOnlyList<CardMoveId> Moves) : ICommand, IForAdmin, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Moves).Must(m => m.Count is > 0 and <= StoreCardMoves.Most).WithMessage("payments.feed.flaw");
    }

    internal sealed class Handler(MarketDb db, CardBook book) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var moves = await db.Set<CardMove>().Where(m => request.Moves.Contains(m.Id)).OrderBy(m => m.HappenedAt).ThenBy(m => m.Name).ToListAsync(cancellationToken);
            await book.JudgeAsync(moves, cancellationToken);
            return Outcome.Done;
        }
    }
}
