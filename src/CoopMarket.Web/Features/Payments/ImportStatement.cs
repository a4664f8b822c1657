using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin has seen what a statement holds: its lines are taken in.</summary>
internal static class ImportStatement
{
    internal sealed record Command(Actor Actor, StatementId Statement) : ICommand, IForAdmin, IAbout
    {
        public string About => Statement.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => await db.Set<StatementUpload>().SingleOrDefaultAsync(s => s.Id == request.Statement, cancellationToken) is not { } upload ? new NotFound()
                : upload.TryBegin(time.Now()) ? Outcome.Done
                : new StatementBegun();
    }
}
