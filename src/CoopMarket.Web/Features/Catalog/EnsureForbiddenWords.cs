using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Gives a market those of the first words that it never had; what an admin let go stays let go.</summary>
internal static class EnsureForbiddenWords
{
    internal sealed record Command(Actor Actor) : ICommand, IForAdmin, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var missing = FirstForbiddenWords.MissingFrom(await db.Set<ForbiddenWord>().AsNoTracking().ToListAsync(cancellationToken));
            db.AddRange(missing.Select(w => ForbiddenWord.Write(ids.New<RuleId>(), w.Language, w.Words, isHeld: true, now, now, by: null)));
            return Outcome.Done;
        }
    }
}
