using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin has seen what a statement holds and doesn't want it.</summary>
internal static class DiscardStatement
{
    internal sealed record Command(Actor Actor, StatementId Statement) : ICommand, IForAdmin, IAbout
    {
        public string About => Statement.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<StatementUpload>().SingleOrDefaultAsync(s => s.Id == request.Statement, cancellationToken) is not { } upload)
                return new NotFound();
            if (upload.BegunAt is not null)
                return new StatementBegun();
            db.Remove(upload);
            return Outcome.Done;
        }
    }
}
