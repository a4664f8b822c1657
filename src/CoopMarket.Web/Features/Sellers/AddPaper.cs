using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Adds a stored paper to the open application.</summary>
internal static class AddPaper
{
    /// <param name="Actor">The applicant.</param>
    /// <param name="Paper">As <see cref="Papers.KeepAsync"/> stored it.</param>
    internal sealed record Command(Actor Actor, SellerPaper Paper) : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var application = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.OpenFor == command.Actor.Me, cancellationToken);
            if (application is null)
                db.Add(application = SellerApplication.Begin(ids.New<SellerApplicationId>(), command.Actor.Me, now));
            var papers = application.Details.Papers;
            if (papers.Any(p => p.Hash == command.Paper.Hash))
                return Outcome.Done;
            if (papers.Count >= SellerCheck.MostPapers)
                return new TooManyPapers();
            return application.Save(application.Details with { Papers = [.. papers, command.Paper] }, command.Actor.Me, now) is { } refusal ? refusal : Outcome.Done;
        }
    }
}
