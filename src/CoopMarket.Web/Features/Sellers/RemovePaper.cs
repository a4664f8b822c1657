using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Takes a paper off the open application; the file is swept away later.</summary>
internal static class RemovePaper
{
    internal sealed record Command(Actor Actor, Guid Paper) : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var application = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.OpenFor == command.Actor.Me, cancellationToken);
            if (application is null || application.Details.Papers.All(p => p.Id != command.Paper))
                return new NotFound();
            var left = application.Details.Papers.Where(p => p.Id != command.Paper);
            return application.Save(application.Details with { Papers = [.. left] }, command.Actor.Me, time.Now()) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
