using CoopMarket.Domain.Shared;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Pipeline;

/// <summary>
/// Checks the shape of what was typed, by whoever may send it; what is refused here leaves a row too. A rule's message is the key of a sentence; what the sentence mentions is the
/// rule's state, an <c>object[]</c>.
/// </summary>
internal sealed class Validate<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators, Audit audit) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<Flaw> flaws = [];
        foreach (var validator in validators)
        {
            var found = await validator.ValidateAsync(request, cancellationToken);
            flaws.AddRange(found.Errors.Select(e => new Flaw(e.PropertyName, e.ErrorMessage, e.CustomState as object[] ?? [])));
        }

        if (flaws.Count == 0)
            return await next();
        if (Audit.Covers(request))
            await audit.RefusedAsync(request, ((IForSomeone)request).Actor, null, cancellationToken);
        return TResponse.Invalid([.. flaws.DistinctBy(f => f.Path)]);
    }
}
