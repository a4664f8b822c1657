using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Gives a market the words it begins with. Does nothing where there are any.</summary>
internal static class EnsureForbiddenWords
{
    internal sealed record Command(Actor Actor) : ICommand, IForAdmin, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            if (!await db.Set<ForbiddenWord>().AnyAsync(cancellationToken))
                db.AddRange(FirstForbiddenWords.All.Select(w => ForbiddenWord.Write(ids.New<RuleId>(), w.Language, w.Words, isHeld: true, now, now, by: null)));
            return Outcome.Done;
        }
    }
}
