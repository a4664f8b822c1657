using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CoopMarket.Web.Hosting;

/// <summary>Binds ids out of routes, queries and forms; what is no UUID is a flaw of the field, not an exception.</summary>
internal sealed class TypedIdBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;
        return TypedIds.All.Contains(type) ? (IModelBinder)Activator.CreateInstance(typeof(Binder<>).MakeGenericType(type))! : null;
    }

    private sealed class Binder<TId> : IModelBinder
        where TId : struct, ITypedId<TId>
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var found = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (found == ValueProviderResult.None || string.IsNullOrEmpty(found.FirstValue))
                return Task.CompletedTask;
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, found);
            if (Guid.TryParse(found.FirstValue, out var value))
                bindingContext.Result = ModelBindingResult.Success(TId.From(value));
            else
                bindingContext.ModelState.TryAddModelError(
                    bindingContext.ModelName, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueIsInvalidAccessor(found.FirstValue));
            return Task.CompletedTask;
        }
    }
}
