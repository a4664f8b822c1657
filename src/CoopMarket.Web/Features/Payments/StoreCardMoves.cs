using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Keeps lines of the card gateway's own books, each once; what explains them is looked for after they are safe.</summary>
internal static class StoreCardMoves
{
    /// <summary>So many at once.</summary>
    internal const int Most = 200;

    /// <summary>Sent by the comparison; never by a page.</summary>
    internal sealed record Command(Actor Actor, IReadOnlyList<SeenMove> Moves) : ICommand, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Moves).Must(m => m.Count is > 0 and <= Most).WithMessage("payments.feed.flaw");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var names = request.Moves.Select(m => m.Name).ToList();
            var known = await db.Set<CardMove>().Where(m => names.Contains(m.Name)).ToDictionaryAsync(m => m.Name, StringComparer.Ordinal, cancellationToken);
            foreach (var told in request.Moves.DistinctBy(m => m.Name, StringComparer.Ordinal))
                if (known.TryGetValue(told.Name, out var move))
                    move.ReadAgain(told, time.Now());
                else
                    db.Add(CardMove.Read(ids.New<CardMoveId>(), told, time.Now()));
            return Outcome.Done;
        }
    }
}
